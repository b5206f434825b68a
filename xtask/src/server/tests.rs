//! The server, asked over a real connection.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;

/// One request as text, and the answer: head and body.
fn ask(server: &Server, request: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(stream, "{request}Host: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let body = answer.split_off(end + 4);
    (String::from_utf8(answer).unwrap().to_lowercase(), body)
}

#[test]
fn a_file_comes_with_its_type_its_headers_and_is_remembered() {
    let site = Site::new().text("/w.wasm", "wasm").header("*.wasm", "X-Extra", "yes");
    let server = Server::start(site, 0).unwrap();
    let (head, body) = ask(&server, "GET /w.wasm?v=1 HTTP/1.1\r\n");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-type: application/wasm") && head.contains("x-extra: yes"),
        "{head}"
    );
    assert_eq!(body, b"wasm");
    assert_eq!(server.requests(), ["/w.wasm?v=1"]);
}

#[test]
fn what_is_not_there_is_not_found_and_nothing_can_be_sent() {
    let server = Server::start(Site::new().text("/index.html", "home"), 0).unwrap();
    assert_eq!(ask(&server, "GET / HTTP/1.1\r\n").1, b"home");
    assert!(ask(&server, "GET /other HTTP/1.1\r\n").0.starts_with("http/1.1 404"));
    assert!(
        ask(&server, "POST / HTTP/1.1\r\nContent-Length: 0\r\n")
            .0
            .starts_with("http/1.1 405")
    );
}

#[test]
fn text_is_compressed_where_the_browser_accepts_it() {
    let text = "so far ".repeat(100);
    let server = Server::start(Site::new().text("/a.js", &text).compressed(), 0).unwrap();
    let (head, body) = ask(&server, "GET /a.js HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n");
    assert!(
        head.contains("content-encoding: br") && head.contains("vary: accept-encoding"),
        "{head}"
    );
    let mut back = Vec::new();
    brotli::BrotliDecompress(&mut body.as_slice(), &mut back).unwrap();
    assert_eq!(back, text.as_bytes());
    assert_eq!(ask(&server, "GET /a.js HTTP/1.1\r\n").1, text.as_bytes());
}

#[test]
fn a_dropped_server_frees_its_port() {
    let server = Server::start(Site::new(), 0).unwrap();
    let port = server.address.port();
    assert!(Server::start(Site::new(), port).is_err(), "the port is taken");
    drop(server);
    Server::start(Site::new(), port).unwrap();
}
