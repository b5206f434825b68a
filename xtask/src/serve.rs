//! `cargo xtask serve`: builds `dist/`, then serves it for people to look at. Needs no browser on this machine.

use anyhow::{Context, Result};

use crate::{
    dist,
    project::Project,
    server::{Server, Site},
    setup::BuildTools,
};

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8099;

/// Sets up, builds, and serves until the program is stopped. Over the budget it serves all the same: the table says so.
pub fn command(project: &Project, port: Option<u16>) -> Result<()> {
    let tools = BuildTools::ready(project)?;
    dist::build_and_weigh(project, &tools)?;
    let server = match port {
        Some(port) => start(project, port)
            .with_context(|| format!("port {port} is taken. Choose another one, or leave `--port` out"))?,
        None => (FIRST_PORT..=LAST_PORT)
            .find_map(|port| start(project, port).ok())
            .with_context(|| format!("ports {FIRST_PORT} to {LAST_PORT} are all taken. Choose one with `--port N`"))?,
    };
    println!("Press Ctrl+C to stop; run it again after a change.");
    println!("Ready: {}", server.url("/"));
    server.wait();
    Ok(())
}

fn start(project: &Project, port: u16) -> Result<Server> {
    Server::start(Site::new().folder("/", project.dist()).compressed(), port)
}
