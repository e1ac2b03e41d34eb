//! The extension module of the Python package: calls with options as JSON to answers as JSON. What is asked and what is
//! answered has its types in Python (`tracuu/`), what is done with it stands in `bindings` of the crate.

mod waiting;

use std::ffi::OsString;
use std::path::PathBuf;

use pyo3::prelude::*;
use tracuu::bindings::{self, Refused};
use tracuu::voice::Language;
use tracuu::{cli, corpus};

use waiting::{Ends, wait};

/// An index in a folder.
#[pyclass(frozen, module = "tracuu._native")]
struct Index {
    archive: tracuu::archive::Archive,
    language: Language,
}

#[pymethods]
impl Index {
    #[new]
    fn new(path: PathBuf, lang: &str) -> PyResult<Self> {
        let language = bindings::language(lang).map_err(raised)?;
        Ok(Self { archive: tracuu::archive::Archive::at(path), language })
    }

    /// Answers a method; `progress` is called with the bytes that are read and those that are to be read.
    #[pyo3(signature = (method, options, progress=None))]
    fn call(&self, py: Python<'_>, method: String, options: String, progress: Option<Py<PyAny>>) -> PyResult<String> {
        let (archive, language) = (self.archive.clone(), self.language);
        let ends = if method == "update" { Ends::Told } else { Ends::Alone };
        wait(py, ends, progress.as_ref(), move |watch| bindings::call(&archive, &method, &options, language, watch))
    }

    /// Takes the newest commit; whether there was one.
    fn reload(&self, py: Python<'_>) -> PyResult<bool> {
        py.detach(|| self.archive.reload()).map_err(|error| raised(Refused::world(&error, self.language)))
    }
}

/// All that a text mentions.
#[pyfunction]
fn extract(py: Python<'_>, text: String) -> PyResult<String> {
    wait(py, Ends::Alone, None, move |_| bindings::extract(&text))
}

/// The tokens of a text.
#[pyfunction]
fn analyze(py: Python<'_>, text: String) -> PyResult<String> {
    wait(py, Ends::Alone, None, move |_| bindings::analyze(&text))
}

/// The schemas of all answers.
#[pyfunction]
fn schemas() -> String {
    bindings::schemas()
}

/// Does what the command `tracuu` does with these arguments, its own name first; the code that it exits with.
#[pyfunction]
fn main(py: Python<'_>, arguments: Vec<OsString>, is_output_closed: bool) -> u8 {
    py.detach(|| corpus::serve(&arguments).unwrap_or_else(|| cli::main(&arguments, is_output_closed)))
}

/// Tells which program reads documents that need a process of their own.
#[pyfunction]
fn serve_by(program: Vec<OsString>) {
    corpus::serve_by(program);
}

/// A refusal as an exception.
fn raised(refused: Refused) -> PyErr {
    Python::attach(|py| {
        let raise = || py.import("tracuu._errors")?.getattr("of")?.call1((refused.kind, &refused.message));
        raise().map_or_else(|failed| failed, PyErr::from_value)
    })
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<Index>()?;
    module.add_function(wrap_pyfunction!(extract, module)?)?;
    module.add_function(wrap_pyfunction!(analyze, module)?)?;
    module.add_function(wrap_pyfunction!(schemas, module)?)?;
    module.add_function(wrap_pyfunction!(main, module)?)?;
    module.add_function(wrap_pyfunction!(serve_by, module)?)
}
