/* A practice's site in React 19: strict mode, routes on the client, the widget on one of them. */
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Link, Route, Routes } from "react-router";
import "therapist-fit";
import type {} from "therapist-fit/react";

const CheckIn = () => {
  const [dark, setDark] = useState(false);
  return (
    <>
      <h1>Your check-in</h1>
      <button onClick={() => setDark(!dark)}>Other colours</button>
      <therapist-fit form="short" theme={dark ? "dark" : "light"} heading-level="2">
        <p slot="after-summary">Talk to our front desk.</p>
      </therapist-fit>
    </>
  );
};

createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <BrowserRouter>
      <nav>
        <Link to="/">Home</Link> <Link to="/check-in">Check-in</Link>
      </nav>
      <main>
        <Routes>
          <Route path="/" element={<h1>A practice</h1>} />
          <Route path="/check-in" element={<CheckIn />} />
        </Routes>
      </main>
    </BrowserRouter>
  </StrictMode>,
);
