//! Short names between the wasm and its glue. wasm-bindgen's are long and hold a hash, twice: random letters that nothing
//! compresses. What the glue does not name is not exported.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{self, Reencode},
};
use wasmparser::{Export, ImportSectionReader, Parser};

/// The module that wasm-bindgen has the wasm import from.
const MODULE: &str = "./widget_bg.js";

/// What a name must be longer than to be worth shortening. What the loader calls is shorter.
const LONG: usize = 24;

/// The wasm and the glue with short names for each other.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut short = Shortener {
        glue,
        names: BTreeMap::new(),
    };
    let mut module = Module::new();
    short
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("the wasm can't be read")?;
    ensure!(
        glue.contains(MODULE) && short.names.len() > 20,
        "wasm-bindgen has changed its names, and dist/names.rs must follow"
    );
    let mut glue = glue.replace(MODULE, "w");
    // The longest first, because one may be the beginning of another.
    let mut names: Vec<(&String, &String)> = short.names.iter().collect();
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    for (long, short) in names {
        ensure!(glue.contains(long.as_str()), "the glue does not name {long}");
        glue = glue.replace(long.as_str(), short);
    }
    Ok((module.finish(), glue))
}

/// Names of the wasm, long and short.
struct Shortener<'a> {
    glue: &'a str,
    names: BTreeMap<String, String>,
}

impl Shortener<'_> {
    fn short(&mut self, long: &str) -> String {
        let next = format!("_{}", self.names.len());
        self.names.entry(long.to_owned()).or_insert(next).clone()
    }
}

impl Reencode for Shortener<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for import in section.into_imports() {
            let import = import?;
            let module = if import.module == MODULE { "w" } else { import.module };
            let name = self.short(import.name);
            let kind = self.entity_type(import.ty)?;
            imports.import(module, &name, kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), reencode::Error> {
        if !self.glue.contains(export.name) {
            return Ok(());
        }
        let name = if export.name.len() > LONG {
            self.short(export.name)
        } else {
            export.name.to_owned()
        };
        let kind = self.export_kind(export.kind)?;
        exports.export(&name, kind, self.external_index(export.kind, export.index)?);
        Ok(())
    }
}
