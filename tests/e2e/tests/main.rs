//! The end-to-end tests, one module for each promise. A visitor's verbs stand in `way`, words in `words`, host pages in
//! `host`; what they are built from is the harness, the library of this package. A new file of tests is a line here.

mod host;
mod kept;
mod record;
mod tour;
mod way;
mod words;

mod harness;
mod screenshots;

mod accents;
mod accessibility;
mod attributes_live;
mod builder;
mod contract;
mod damage;
mod definitions;
mod demo;
mod docs;
mod embed;
mod failure;
mod focus;
mod formats;
mod frame;
mod frame_wall;
mod growth;
mod help;
mod hostile_page;
mod integrity;
mod keeping;
mod languages;
mod leaks;
mod leptos_app;
mod loading;
mod lock;
mod lock_and_tabs;
mod lock_loses_nothing;
mod over_time;
mod own_checklist;
mod package;
mod pictures;
mod policies;
mod policy;
mod privacy;
mod raised;
mod removal;
mod result;
mod safety;
mod side_by_side;
mod sites;
mod storage;
mod taking;
mod two_tabs;
mod way_by_keyboard;
mod way_by_pointer;
