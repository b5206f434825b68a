/*
 * Reads an iCalendar file (standard input) strictly, and writes what it says as JSON: `errors`, or the one event of it.
 */
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
// For browsers and bundlers it is a module; this is the same for Node's `require`.
const ICAL = require(join(dirname(require.resolve("ical.js")), "ical.es5.cjs"));

const read = (text) => {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  if (calendar.name !== "vcalendar" || events.length !== 1) throw new Error("it is no calendar with one event");
  const event = new ICAL.Event(events[0]);
  const unknown = [calendar, ...calendar.getAllSubcomponents(), ...events[0].getAllSubcomponents()]
    .flatMap((component) => component.getAllProperties())
    .filter(({ name, type }) => type === "unknown" || !(name in ICAL.design.icalendar.property));
  return {
    errors: unknown.map(({ name }) => `${name} is not known`),
    product: calendar.getFirstPropertyValue("prodid"),
    version: calendar.getFirstPropertyValue("version"),
    id: event.uid,
    title: event.summary,
    start: event.startDate.toString(),
    zone: event.startDate.zone.tzid,
    stamp: String(events[0].getFirstPropertyValue("dtstamp")),
    minutes: event.duration.toSeconds() / 60,
    alarms: events[0].getAllSubcomponents("valarm").map((alarm) => ({
      action: alarm.getFirstPropertyValue("action"),
      title: alarm.getFirstPropertyValue("description"),
      seconds: alarm.getFirstPropertyValue("trigger").toSeconds(),
    })),
  };
};

let said;
try {
  said = read(readFileSync(0, "utf8"));
} catch (error) {
  said = { errors: [String(error)] };
}
console.log(JSON.stringify(said));
