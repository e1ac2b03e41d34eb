//! The content of a page -> the signs that it draws, in that order.
//!
//! Only what moves and shows text is carried out, by ISO 32000-1, 9.4; of pictures only where they lie is kept.

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point, Rect, Shape};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Step;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};

use super::fonts::{Code, Font, Fonts};
use super::layers::Layers;
use super::sign::{Sign, Up};
use super::spans::Spans;

/// Drawings within drawings.
const MAX_DEPTH: usize = 12;

const MAX_STATES: usize = 256;

/// Steps in all pages together: many times those of a thick book.
const MAX_STEPS: usize = 50_000_000;

/// Flags of annotations that do not show: hidden, and not to be viewed.
const NOT_SHOWN: u32 = 1 << 1 | 1 << 5;

/// What is saved and brought back by `q` and `Q`.
#[derive(Clone)]
struct State<'a> {
    to_page: Affine,
    font: Option<Rc<Font<'a>>>,
    size: f64,
    sign_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A document being drawn.
pub(super) struct Drawing<'a> {
    fonts: Fonts<'a>,
    layers: Layers,
    steps: usize,
    unknown_signs: usize,
    /// How wide and high the page is.
    room: (f32, f32),
    /// Square units that pictures cover on the last page.
    pictures: f64,
    spans: Spans,
    signs: Vec<Sign>,
}

impl<'a> Drawing<'a> {
    pub fn new(layers: Layers) -> Self {
        Self {
            fonts: Fonts::new(),
            layers,
            steps: 0,
            unknown_signs: 0,
            room: (0.0, 0.0),
            pictures: 0.0,
            spans: Spans::default(),
            signs: Vec::new(),
        }
    }

    /// Signs whose letters are not known, so far.
    pub fn unknown_signs(&self) -> usize {
        self.unknown_signs
    }

    /// Whether there was more to draw than can be.
    pub fn is_spent(&self) -> bool {
        self.steps > MAX_STEPS
    }

    /// How much of the last page pictures cover: 0 without any, 1 all of it.
    pub fn covered(&self, page: &Page<'a>) -> f64 {
        let (width, height) = page.base_dimensions();
        let area = f64::from(width) * f64::from(height);
        if self.pictures > 0.0 { (self.pictures / area).clamp(f64::MIN_POSITIVE, 1.0) } else { 0.0 }
    }

    /// The signs of a page, and those of the annotations on it.
    pub fn page(&mut self, page: &Page<'a>) -> Vec<Sign> {
        self.pictures = 0.0;
        self.room = page.render_dimensions();
        let state = State {
            to_page: Affine::new(page.initial_transform(false).as_coeffs()),
            font: None,
            size: 1.0,
            sign_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        if let Some(content) = page.page_stream() {
            self.draw(content, page.resources(), state.clone(), 0);
        }
        let annotations = page.raw().get::<Array<'_>>(b"Annots");
        for annotation in annotations.iter().flat_map(|list| list.iter::<Dict<'_>>()) {
            self.steps += 1;
            self.annotation(&annotation, page.resources(), &state);
        }
        std::mem::take(&mut self.signs)
    }

    fn draw(&mut self, content: &[u8], resources: &Resources<'a>, state: State<'a>, depth: usize) {
        let mut pen = Pen { state, saved: Vec::new(), text: Affine::IDENTITY, line: Affine::IDENTITY };
        let open = (self.spans.depth(), self.layers.depth());
        let mut steps = TypedIter::new(content);
        while let Some(step) = steps.next() {
            self.steps += 1;
            if self.is_spent() {
                break;
            }
            match step {
                Step::TextFont(font) => {
                    pen.state.size = font.1.as_f64();
                    pen.state.font = resources.get_font(font.0).and_then(|font| self.fonts.get(&font));
                }
                Step::SetGraphicsState(name) => self.set_state(resources.get_ext_g_state(name.0), &mut pen.state),
                Step::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.object(&object, resources, &pen.state, depth);
                    }
                }
                Step::InlineImage(_) => self.picture(pen.state.to_page),
                Step::ShowText(text) => self.show(text.0, &mut pen),
                Step::ShowTexts(texts) => self.show_all(texts.0, &mut pen),
                Step::NextLineAndShowText(text) => {
                    pen.next_line();
                    self.show(text.0, &mut pen);
                }
                Step::ShowTextWithParameters(text) => {
                    pen.state.word_space = text.0.as_f64();
                    pen.state.sign_space = text.1.as_f64();
                    pen.next_line();
                    self.show(text.2, &mut pen);
                }
                Step::BeginMarkedContent(_) => self.open(None, None),
                Step::BeginMarkedContentWithProperties(marked) => {
                    let named = marked.1.clone().into_name();
                    let reference = named.as_ref().and_then(|name| resources.properties.get_ref(name.as_ref()));
                    let properties = match named {
                        Some(name) => resources.properties.get::<Dict<'_>>(name),
                        None => marked.1.clone().into_dict(),
                    };
                    self.open(properties.as_ref(), reference.map(|reference| reference.obj_number));
                }
                Step::EndMarkedContent(_) => self.close(),
                step => pen.take(&step),
            }
        }
        while self.spans.depth() > open.0 || self.layers.depth() > open.1 {
            self.close();
        }
    }

    fn open(&mut self, properties: Option<&Dict<'_>>, layer: Option<u32>) {
        self.spans.open(properties);
        self.layers.open(layer);
    }

    fn close(&mut self) {
        self.spans.close();
        self.layers.close();
    }

    fn set_state(&mut self, entries: Option<Dict<'a>>, state: &mut State<'a>) {
        let font = entries.and_then(|entries| entries.get::<Array<'_>>(b"Font"));
        let mut font = font.iter().flat_map(|font| font.iter::<Object<'_>>());
        if let (Some(font), Some(size)) = (font.next(), font.next()) {
            state.font = font.into_dict().and_then(|font| self.fonts.get(&font));
            state.size = size.into_number().map_or(state.size, |size| size.as_f64());
        }
    }

    fn object(&mut self, object: &Stream<'a>, resources: &Resources<'a>, state: &State<'a>, depth: usize) {
        let entries = object.dict();
        let layer = entries.get_ref(b"OC").map(|reference| reference.obj_number);
        if !self.layers.shows(layer) {
            return;
        }
        match entries.get::<Name<'_>>(b"Subtype").as_deref() {
            Some(b"Image") => self.picture(state.to_page),
            Some(b"Form") if depth < MAX_DEPTH => self.form(object, resources, state, depth),
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>, state: &State<'a>, depth: usize) {
        let Ok(content) = form.decoded_data() else {
            return;
        };
        self.steps = self.steps.saturating_add(content.len() / 8);
        let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
        let to_page = state.to_page * matrix_of(form.dict());
        self.draw(&content, own.as_ref().unwrap_or(resources), State { to_page, ..state.clone() }, depth + 1);
    }

    /// Draws the appearance of an annotation into its place, by 12.5.5.
    fn annotation(&mut self, annotation: &Dict<'a>, resources: &Resources<'a>, state: &State<'a>) {
        let Some(form) = appearance(annotation).filter(|_| shows(annotation)) else {
            return;
        };
        let corners = |entries: &Dict<'_>, key: &[u8]| {
            let [x0, y0, x1, y1] = entries.get::<[f64; 4]>(key)?;
            Some(Rect::from_points((x0, y0), (x1, y1)))
        };
        let (Some(place), Some(own)) = (corners(annotation, b"Rect"), corners(form.dict(), b"BBox")) else {
            return;
        };
        let own = (matrix_of(form.dict()) * own.to_path(0.1)).bounding_box();
        let fit = |place: f64, own: f64| if own == 0.0 { 1.0 } else { place / own };
        let (across, up) = (fit(place.width(), own.width()), fit(place.height(), own.height()));
        let move_there = Affine::new([across, 0.0, 0.0, up, place.x0 - across * own.x0, place.y0 - up * own.y0]);
        let state = State { to_page: state.to_page * move_there, ..state.clone() };
        self.form(&form, resources, &state, 0);
    }

    fn picture(&mut self, to_page: Affine) {
        if self.layers.is_shown() {
            let area = to_page.determinant().abs();
            // a picture without an extent is one all the same
            self.pictures += if area.is_finite() { area.max(f64::MIN_POSITIVE) } else { 0.0 };
        }
    }

    fn show_all(&mut self, texts: &Array<'_>, pen: &mut Pen<'a>) {
        let mut items = texts.iter::<Object<'_>>().peekable();
        while let Some(item) = items.next() {
            match item {
                Object::Number(back) => pen.set_back(back.as_f64()),
                Object::String(text) if items.peek().is_none() => self.show(&text, pen),
                Object::String(text) => self.show_part(&text, pen),
                _ => {}
            }
        }
    }

    /// Shows a text. What parts its signs parts the last one from nothing: what is drawn next right behind it
    /// goes on with the word.
    fn show(&mut self, text: &Bytes<'_>, pen: &mut Pen<'a>) {
        let drawn = self.signs.len();
        self.show_part(text, pen);
        if pen.state.sign_space > 0.0
            && let Some(last) = self.signs.get_mut(drawn..).and_then(|signs| signs.last_mut())
        {
            last.reach(pen.point());
        }
    }

    fn show_part(&mut self, text: &Bytes<'_>, pen: &mut Pen<'a>) {
        let Some(font) = pen.state.font.clone() else {
            return;
        };
        for code in font.codes(text.as_bytes()) {
            self.steps += 1;
            let from = pen.point();
            pen.advance(code.advance, font.is_vertical());
            let to = pen.point();
            pen.space(&code, font.is_vertical());
            if !self.layers.is_shown() {
                continue;
            }
            let text = code.text.as_deref().or_else(|| self.spans.have_text().then_some(""));
            match text {
                Some(text) => {
                    let sign = pen
                        .up(font.is_vertical())
                        .and_then(|up| Sign::between(text.to_owned(), Rc::clone(font.name()), from, to, up));
                    if let Some(sign) = sign.filter(|_| self.is_near_page(from)) {
                        self.spans.place(&mut self.signs, sign);
                    }
                }
                None => self.unknown_signs += 1,
            }
        }
    }

    /// Whether a sign lies on the page or not far from it: what is set farther away than the page is long is hidden
    /// there.
    fn is_near_page(&self, point: Point) -> bool {
        let (width, height) = (f64::from(self.room.0), f64::from(self.room.1));
        let far = width.max(height);
        (-far..width + far).contains(&point.x) && (-far..height + far).contains(&point.y)
    }
}

/// Whether an annotation is to be seen.
fn shows(annotation: &Dict<'_>) -> bool {
    annotation.get::<u32>(b"F").unwrap_or(0) & NOT_SHOWN == 0
}

/// How an annotation looks: the one way, or that of its state.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'_>>(b"AP")?.get::<Object<'_>>(b"N")? {
        Object::Stream(form) => Some(form),
        Object::Dict(states) => states.get(annotation.get::<Name<'_>>(b"AS")?),
        _ => None,
    }
}

fn matrix_of(entries: &Dict<'_>) -> Affine {
    entries.get::<[f64; 6]>(b"Matrix").map_or(Affine::IDENTITY, Affine::new)
}

/// Where text goes.
struct Pen<'a> {
    state: State<'a>,
    saved: Vec<State<'a>>,
    text: Affine,
    line: Affine,
}

impl Pen<'_> {
    fn take(&mut self, step: &Step<'_, '_>) {
        match step {
            Step::SaveState(_) if self.saved.len() < MAX_STATES => self.saved.push(self.state.clone()),
            Step::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Step::Transform(m) => self.state.to_page *= affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]),
            Step::BeginText(_) => self.set_line(Affine::IDENTITY),
            Step::SetTextMatrix(m) => self.set_line(affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5])),
            Step::NextLine(to) => self.move_line(to.0.as_f64(), to.1.as_f64()),
            Step::NextLineAndSetLeading(to) => {
                self.state.leading = -to.1.as_f64();
                self.move_line(to.0.as_f64(), to.1.as_f64());
            }
            Step::NextLineUsingLeading(_) => self.next_line(),
            Step::CharacterSpacing(space) => self.state.sign_space = space.0.as_f64(),
            Step::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
            Step::HorizontalScaling(percent) => self.state.stretch = percent.0.as_f64() / 100.0,
            Step::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
            Step::TextRise(rise) => self.state.rise = rise.0.as_f64(),
            _ => {}
        }
    }

    fn set_line(&mut self, matrix: Affine) {
        self.line = matrix;
        self.text = matrix;
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.set_line(self.line * Affine::translate((x, y)));
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.state.leading);
    }

    /// Moves on behind a sign of this width.
    fn advance(&mut self, (x, y): (f64, f64), is_vertical: bool) {
        let (x, y) = (x * self.state.size, y * self.state.size);
        self.text *= Affine::translate(if is_vertical { (0.0, y) } else { (x * self.state.stretch, 0.0) });
    }

    /// Moves on by what parts signs and words.
    fn space(&mut self, code: &Code, is_vertical: bool) {
        let is_blank = code.code == u32::from(b' ') && code.length == 1;
        let space = self.state.sign_space + if is_blank { self.state.word_space } else { 0.0 };
        self.text *= Affine::translate(if is_vertical { (0.0, space) } else { (space * self.state.stretch, 0.0) });
    }

    /// Moves back by so many thousandths of the size.
    fn set_back(&mut self, thousandths: f64) {
        let is_vertical = self.state.font.as_ref().is_some_and(|font| font.is_vertical());
        let back = -thousandths / 1000.0;
        self.advance(if is_vertical { (0.0, back) } else { (back, 0.0) }, is_vertical);
    }

    /// Where the next sign starts on the page.
    fn point(&self) -> Point {
        self.state.to_page * (self.text * Point::new(0.0, self.state.rise))
    }

    /// The direction of the line on the page, and the size of the letters; `None` if they vanish.
    fn up(&self, is_vertical: bool) -> Option<Up> {
        let [a, b, c, d, ..] = (self.state.to_page * self.text).as_coeffs();
        let flip = if self.state.size * self.state.stretch < 0.0 { -1.0 } else { 1.0 };
        let (along, above) = if is_vertical { ((-c, -d), (a, b)) } else { ((a * flip, b * flip), (c, d)) };
        let (length, height) = (along.0.hypot(along.1), above.0.hypot(above.1));
        let size = (height * self.state.size.abs()) as f32;
        let is_seen = length.is_normal() && size.is_normal();
        is_seen.then(|| Up { direction: ((along.0 / length) as f32, (along.1 / length) as f32), size })
    }
}

fn affine(parts: [&Number; 6]) -> Affine {
    Affine::new(parts.map(Number::as_f64))
}
