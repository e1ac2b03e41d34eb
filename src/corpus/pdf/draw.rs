//! The content of a page -> the signs that it draws, as lines.
//!
//! Only what moves and shows text is carried out, by ISO 32000-1, 9.4.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::{Font, number};
use super::layout::{Line, Placed, place};

/// Drawings within drawings.
const MAX_DEPTH: usize = 8;
/// In square points.
const A4_AREA: f32 = 595.0 * 842.0;

const MAX_STATES: usize = 256;

/// Steps in all pages together: many times those of a thick book.
const MAX_STEPS: usize = 50_000_000;

/// A matrix `[a b 0; c d 0; e f 1]`.
#[derive(Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn moved(self, x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    /// What becomes of the unit square, which a picture fills; never nothing.
    fn area(self) -> f32 {
        let [a, b, c, d, ..] = self.0;
        let area = (a * d - b * c).abs();
        if area.is_finite() { area.max(f32::MIN_POSITIVE) } else { 0.0 }
    }

    fn of(operands: &[Object]) -> Option<Self> {
        let mut matrix = [0.0; 6];
        for (value, operand) in matrix.iter_mut().zip(operands.get(..6)?) {
            *value = number(Some(operand))?;
        }
        Some(Self(matrix))
    }
}

/// What is saved and brought back by `q` and `Q`.
#[derive(Clone)]
struct State {
    to_page: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    sign_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// A document being drawn.
pub(super) struct Drawing<'d> {
    document: &'d Document,
    limit: usize,
    fonts: HashMap<ObjectId, Rc<Font>>,
    steps: usize,
    unknown_signs: usize,
    /// Square units that pictures cover on the last page.
    pictures: f32,
    lines: Vec<Line>,
}

impl<'d> Drawing<'d> {
    pub fn new(document: &'d Document, limit: usize) -> Self {
        let (fonts, lines) = (HashMap::new(), Vec::new());
        Self { document, limit, fonts, steps: 0, unknown_signs: 0, pictures: 0.0, lines }
    }

    /// Signs whose letters are not known, so far.
    pub fn unknown_signs(&self) -> usize {
        self.unknown_signs
    }

    /// How much of the last page pictures cover: 0 without any, 1 all of it.
    pub fn covered(&self, page: ObjectId) -> f32 {
        let area = self.area(page);
        if self.pictures > 0.0 { (self.pictures / area).clamp(f32::MIN_POSITIVE, 1.0) } else { 0.0 }
    }

    /// The area of a page by its box, which it may have of its parents; if none tells, A4.
    fn area(&self, page: ObjectId) -> f32 {
        let mut node = self.document.get_dictionary(page).ok();
        for _ in 0..MAX_DEPTH {
            let Some(dictionary) = node else { break };
            if let Ok(sides) = dictionary.get_deref(b"MediaBox", self.document).and_then(Object::as_array) {
                let side = |at: usize| number(sides.get(at)).unwrap_or(0.0);
                let area = ((side(2) - side(0)) * (side(3) - side(1))).abs();
                return if area.is_normal() { area } else { A4_AREA };
            }
            let parent = dictionary.get_deref(b"Parent", self.document);
            node = parent.and_then(Object::as_dict).ok();
        }
        A4_AREA
    }

    pub fn page(&mut self, id: ObjectId) -> Vec<Line> {
        self.pictures = 0.0;
        let content = self.document.get_page_content_with_limit(id, self.limit).unwrap_or_default();
        let (own, shared) = self.document.get_page_resources(id).unwrap_or_default();
        let shared = shared.into_iter().filter_map(|id| self.document.get_dictionary(id).ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(shared).collect();
        let state = State {
            to_page: Matrix::UNIT,
            font: None,
            size: 1.0,
            sign_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.draw(&content, &resources, state, 0);
        std::mem::take(&mut self.lines)
    }

    fn draw(&mut self, content: &[u8], resources: &[&'d Dictionary], state: State, depth: usize) {
        let mut pen = Pen { state, saved: Vec::new(), text: Matrix::UNIT, line: Matrix::UNIT };
        // What stands before a damage is drawn.
        for operation in Content::decode_iter(content).map_while(Result::ok) {
            self.steps += 1 + operation.operands.len();
            if self.steps > MAX_STEPS {
                return;
            }
            match operation.operator.as_str() {
                "Tf" => self.set_font(&operation, resources, &mut pen.state),
                "Do" => self.draw_object(&operation, resources, &pen.state, depth),
                "BI" => self.pictures += pen.state.to_page.area(),
                "Tj" => self.show(operation.operands.first(), &mut pen),
                "'" => {
                    pen.next_line();
                    self.show(operation.operands.first(), &mut pen);
                }
                "\"" => {
                    pen.state.word_space = pen.number(&operation, 0);
                    pen.state.sign_space = pen.number(&operation, 1);
                    pen.next_line();
                    self.show(operation.operands.get(2), &mut pen);
                }
                "TJ" => {
                    for item in operation.operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten() {
                        match number(Some(item)) {
                            Some(back) => pen.advance(-back / 1000.0 * pen.state.size),
                            None => self.show(Some(item), &mut pen),
                        }
                    }
                }
                _ => pen.take(&operation),
            }
        }
    }

    fn set_font(&mut self, operation: &Operation, resources: &[&'d Dictionary], state: &mut State) {
        state.size = number(operation.operands.get(1)).unwrap_or(state.size);
        let name = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        state.font = self.resource(resources, b"Font", name).and_then(|(id, object)| {
            let dictionary = object.as_dict().ok()?;
            let font = || Rc::new(Font::read(dictionary, self.document, self.limit));
            Some(match id {
                Some(id) => Rc::clone(self.fonts.entry(id).or_insert_with(font)),
                None => font(),
            })
        });
    }

    fn draw_object(&mut self, operation: &Operation, resources: &[&'d Dictionary], state: &State, depth: usize) {
        let name = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let object = self.resource(resources, b"XObject", name);
        let Some(stream) = object.and_then(|(_, object)| object.as_stream().ok()) else {
            return;
        };
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if kind == b"Image" {
            self.pictures += state.to_page.area();
        }
        if kind != b"Form" || depth >= MAX_DEPTH {
            return;
        }
        let Ok(content) = stream.get_plain_content_with_limit(self.limit) else {
            return;
        };
        self.steps += content.len() / 8;
        let matrix = stream.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array);
        let matrix = matrix.ok().and_then(|matrix| Matrix::of(matrix)).unwrap_or(Matrix::UNIT);
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).take(MAX_DEPTH).collect();
        let state = State { to_page: matrix.then(state.to_page), ..state.clone() };
        self.draw(&content, &resources, state, depth + 1);
    }

    fn resource(
        &self,
        resources: &[&'d Dictionary],
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'d Object)> {
        resources.iter().find_map(|resources| {
            let group = resources.get_deref(kind, self.document).and_then(Object::as_dict).ok()?;
            self.document.dereference(group.get(name).ok()?).ok()
        })
    }

    fn show(&mut self, string: Option<&Object>, pen: &mut Pen) {
        let Some(string) = string.and_then(|string| string.as_str().ok()) else {
            return;
        };
        let Some(font) = pen.state.font.clone() else {
            return;
        };
        for sign in font.signs(string) {
            self.steps += 1;
            let start = pen.point();
            let width = sign.width / 1000.0 * pen.state.size;
            let space = if sign.is_blank { pen.state.word_space } else { 0.0 };
            pen.advance(width + pen.state.sign_space + space);
            match sign.text {
                Some(text) => {
                    if let Some((direction, size)) = pen.measure() {
                        let (font, end) = (font.name.as_str(), pen.point());
                        place(&mut self.lines, &Placed { text, font, start, end, direction, size });
                    }
                }
                None => self.unknown_signs += 1,
            }
        }
    }
}

/// Where text goes.
struct Pen {
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
}

impl Pen {
    fn take(&mut self, operation: &Operation) {
        match operation.operator.as_str() {
            "q" if self.saved.len() < MAX_STATES => self.saved.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            "cm" => {
                if let Some(matrix) = Matrix::of(&operation.operands) {
                    self.state.to_page = matrix.then(self.state.to_page);
                }
            }
            "BT" => self.set_line(Matrix::UNIT),
            "Tm" => self.set_line(Matrix::of(&operation.operands).unwrap_or(self.line)),
            "Td" => self.set_line(self.line.moved(self.number(operation, 0), self.number(operation, 1))),
            "TD" => {
                self.state.leading = -self.number(operation, 1);
                self.set_line(self.line.moved(self.number(operation, 0), self.number(operation, 1)));
            }
            "T*" => self.next_line(),
            "Tc" => self.state.sign_space = self.number(operation, 0),
            "Tw" => self.state.word_space = self.number(operation, 0),
            "Tz" => self.state.stretch = self.number(operation, 0) / 100.0,
            "TL" => self.state.leading = self.number(operation, 0),
            "Ts" => self.state.rise = self.number(operation, 0),
            _ => {}
        }
    }

    fn number(&self, operation: &Operation, index: usize) -> f32 {
        number(operation.operands.get(index)).unwrap_or(0.0)
    }

    fn set_line(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    fn next_line(&mut self) {
        self.set_line(self.line.moved(0.0, -self.state.leading));
    }

    fn advance(&mut self, width: f32) {
        self.text = self.text.moved(width * self.state.stretch, 0.0);
    }

    /// Where the next sign starts on the page.
    fn point(&self) -> (f32, f32) {
        let Matrix([.., x, y]) = self.text.moved(0.0, self.state.rise).then(self.state.to_page);
        (x, y)
    }

    /// The direction of the line on the page, and the size of the letters; `None` if they vanish.
    fn measure(&self) -> Option<((f32, f32), f32)> {
        let Matrix([a, b, c, d, ..]) = self.text.then(self.state.to_page);
        let (length, height) = (a.hypot(b), c.hypot(d));
        let size = height * self.state.size.abs();
        let is_seen = length.is_normal() && size.is_normal();
        is_seen.then(|| ((a / length, b / length), size))
    }
}
