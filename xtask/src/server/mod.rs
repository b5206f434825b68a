//! A static server on 127.0.0.1, for the demo and for tests: it serves folders and single texts, adds headers, withholds
//! or slows files on request, and remembers what was asked for. It runs on a thread of its own until it is dropped.
//!
//! It must never listen on another address. What it serves is said by a [`Site`]; a further way to answer is a field there
//! and a line in `answer`.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Response, StatusCode, Uri, header},
};
use tokio::sync::oneshot;

mod encoding;
mod site;

pub use site::Site;

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    log: Log,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// The paths asked for so far, oldest first.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn lines(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Serves the site on this port; 0 means any free one. Fails if the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("can't listen on 127.0.0.1:{port}"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let log = Log::default();
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let app = app(Arc::new(site), log.clone());
        let thread = std::thread::spawn(move || {
            runtime.block_on(async move {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                    return;
                };
                let serving = axum::serve(listener, app);
                tokio::select! {
                    _ = serving.into_future() => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            log,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The whole address of a path that starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Every path asked for so far with its query, oldest first.
    pub fn requests(&self) -> Vec<String> {
        self.log.lines().clone()
    }

    /// Waits until the server ends, which is when the program is stopped.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread only ends by itself if it panicked, and has then said so.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let (Some(stop), Some(thread)) = (self.stop.take(), self.thread.take()) {
            // Neither can fail but where the thread has ended already.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

fn app(site: Arc<Site>, log: Log) -> Router {
    Router::new().fallback(move |method: Method, uri: Uri, headers: HeaderMap| {
        let (site, log) = (Arc::clone(&site), log.clone());
        async move {
            let asked = uri
                .path_and_query()
                .map_or_else(|| uri.path().to_owned(), ToString::to_string);
            log.lines().push(asked);
            answer(&site, &method, &uri, &headers).await
        }
    })
}

async fn answer(site: &Site, method: &Method, uri: &Uri, asked: &HeaderMap) -> Response<Body> {
    if method != Method::GET && method != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here.\n");
    }
    let path = uri.path();
    tokio::time::sleep(site.delay(path)).await;
    let Some(content) = site.content(path) else {
        return plain(StatusCode::NOT_FOUND, "There is no such file here.\n");
    };
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, content.media_type)
        // Files are rebuilt under the same address while somebody looks at them.
        .header(header::CACHE_CONTROL, "no-cache")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    let mut bytes = content.bytes;
    if site.is_compressed() && encoding::is_worth_it(content.media_type) {
        response = response.header(header::VARY, "Accept-Encoding");
        if let Some(encoding) = encoding::chosen(asked.get(header::ACCEPT_ENCODING)) {
            bytes = encoding.apply(&bytes);
            response = response.header(header::CONTENT_ENCODING, encoding::name(encoding));
        }
    }
    for (name, value) in site.headers(path) {
        response = response.header(name, value);
    }
    response.body(Body::from(bytes)).unwrap_or_else(|error| {
        plain(
            StatusCode::INTERNAL_SERVER_ERROR,
            &format!("A header is not valid: {error}\n"),
        )
    })
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    response
}

#[cfg(test)]
mod tests;
