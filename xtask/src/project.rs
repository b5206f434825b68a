//! Where everything is: the project's root, what the build writes, the cache of tools; and what the manifest and the lock
//! file say. The only module that reads `Cargo.toml` and `Cargo.lock`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The project on this machine.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    cargo_home: PathBuf,
    cache: PathBuf,
}

/// The size budget of `[package.metadata.budget]`, in bytes of brotli at quality 11.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Budget {
    /// All that travels until the first question can be answered: loader, glue and wasm.
    pub first_question: usize,
    /// The loader alone.
    pub loader: usize,
}

#[derive(Deserialize)]
struct Manifest {
    package: ManifestPackage,
}

#[derive(Deserialize)]
struct ManifestPackage {
    metadata: ManifestMetadata,
}

#[derive(Deserialize)]
struct ManifestMetadata {
    budget: Budget,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

impl Project {
    /// The project whose xtask this is. Fails if the tree has been moved since, or if there is no home to cache in.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask/ has no parent folder")?
            .to_path_buf();
        if !root.join("Cargo.toml").is_file() {
            bail!(
                "{} holds no Cargo.toml: the project was moved after xtask was built. Run `cargo clean -p xtask`.",
                root.display()
            );
        }
        let cache = env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .context("no place to keep tools in: set XDG_CACHE_HOME or HOME to an absolute path.")?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |path| root.join(path));
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
            .context("neither CARGO_HOME nor HOME is set")?;
        Ok(Self {
            root,
            target,
            cargo_home,
            cache: cache.join("therapist-fit"),
        })
    }

    /// A copy of the project as on another machine: sources and cargo's home in these folders, nothing built yet.
    #[must_use]
    pub fn moved_to(&self, root: &Path, cargo_home: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            target: root.join("target"),
            cargo_home: cargo_home.to_path_buf(),
            cache: self.cache.clone(),
        }
    }

    /// The folder of the root package.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What a site owner puts on a host.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where tools are installed, one folder for each name and version.
    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where cargo keeps the sources of libraries.
    pub fn cargo_home(&self) -> &Path {
        &self.cargo_home
    }

    /// The size budget.
    pub fn budget(&self) -> Result<Budget> {
        let manifest: Manifest = read_toml(&self.root.join("Cargo.toml"))?;
        Ok(manifest.package.metadata.budget)
    }

    /// The version of a library that `Cargo.lock` holds.
    pub fn locked_version(&self, library: &str) -> Result<String> {
        let lock: Lock = read_toml(&self.root.join("Cargo.lock"))?;
        lock.package
            .into_iter()
            .find(|package| package.name == library)
            .map(|package| package.version)
            .with_context(|| format!("Cargo.lock holds no `{library}`"))
    }
}

fn read_toml<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))
}
