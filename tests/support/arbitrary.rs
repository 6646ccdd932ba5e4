//! Arbitrary exercises and responses. All ids come from one small set, so that they meet often.

use super::{exercise, id, ids, items};
use kerege::chart as drawn;
use kerege::content::data::{Cells, Column, Data};
use kerege::content::prose::Figure;
use kerege::content::unit::{Credit, Exercise, Mode};
use kerege::content::{File, Id, Node, NodeKind};
use kerege::exercise::numeric::{Decimal, Near};
use kerege::exercise::picture::Picture;
use kerege::exercise::{
    Item, Kind, Response, Task, blanks, cards, categorise, chart, checklist, choice, coding, conversation, hotspot,
    label, likert, marking, matching, matrix, numeric, ordering, plan, reflection, scale, stakeholders, table,
};
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Place, Record, RecordId};
use kerege::table::Table;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const IDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// An id that exercises use, or now and then one that they do not.
pub(crate) fn any_id() -> impl Strategy<Value = Id> {
    prop_oneof![8 => select(&IDS[..]).prop_map(id), 1 => "[a-z0-9][a-z0-9-]{0,39}".prop_map(|text| id(&text))]
}

/// Between `least` and `most` items.
fn some_items(least: usize, most: usize) -> impl Strategy<Value = Vec<Item>> {
    subsequence(IDS.to_vec(), least..=most).prop_shuffle().prop_map(|ids| items(&ids.join(" ")))
}

/// For each item one of `among`.
fn assigned(these: &[Item], among: &[Item]) -> impl Strategy<Value = Vec<(Id, Id)>> + use<> {
    let these: Vec<Id> = these.iter().map(|item| item.id.clone()).collect();
    let among: Vec<Id> = among.iter().map(|item| item.id.clone()).collect();
    vec(select(among), these.len()).prop_map(move |chosen| these.iter().cloned().zip(chosen).collect())
}

/// A number as an author writes it.
pub(crate) fn decimal() -> impl Strategy<Value = Decimal> {
    "-?[0-9]{1,6}(\\.[0-9]{1,6})?".prop_map(|text| Decimal::parse(&text, "").unwrap_or(Decimal::ZERO))
}

fn positive() -> impl Strategy<Value = Decimal> {
    "[0-9]{1,3}(\\.[0-9]{1,3})?".prop_map(|text| Decimal::parse(&text, "").unwrap_or(Decimal::ZERO))
}

/// A typed form: something that is not only space.
fn form() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Zё0-9,. ]{0,8}[a-zё0-9]", "\\PC{0,6}[а-яa-z]"]
}

/// A task of this kind, valid by construction.
pub(crate) fn task(kind: Kind) -> BoxedStrategy<Task> {
    match kind {
        Kind::Choice => (some_items(1, 7), any::<bool>())
            .prop_flat_map(|(options, multiple)| {
                let ids: Vec<Id> = options.iter().map(|option| option.id.clone()).collect();
                let most = if multiple { ids.len() } else { 1 };
                (Just(options), Just(multiple), subsequence(ids, 1..=most))
            })
            .prop_map(|(options, multiple, right)| {
                Task::Choice(
                    choice::Prompt { options, multiple, shuffle: false },
                    choice::Key { right, feedback: Vec::new() },
                )
            })
            .boxed(),
        Kind::Blanks => (some_items(1, 5), prop_oneof![Just(Vec::new()), some_items(1, 6)])
            .prop_flat_map(|(gaps, bank)| {
                let typed_or_listed = prop_oneof![
                    vec(form(), 1..4).prop_map(|forms| (Vec::new(), blanks::BlankKey::Forms(forms))),
                    (some_items(1, 5), any::<prop::sample::Index>()).prop_map(|(options, index)| {
                        let right = index.get(&options).id.clone();
                        (options, blanks::BlankKey::Option(right))
                    }),
                ];
                let from = bank.clone();
                let one = match bank.is_empty() {
                    true => typed_or_listed.boxed(),
                    false => any::<prop::sample::Index>()
                        .prop_map(move |index| (Vec::new(), blanks::BlankKey::Option(index.get(&from).id.clone())))
                        .boxed(),
                };
                let n_gaps = gaps.len();
                (Just(gaps), Just(bank), vec(one, n_gaps))
            })
            .prop_map(|(gaps, bank, keys)| {
                let text = gaps.iter().map(|gap| Node { lang: None, kind: NodeKind::Blank(gap.id.clone()) }).collect();
                let ids = || gaps.iter().map(|gap| gap.id.clone());
                let (options, keys): (Vec<_>, Vec<_>) = keys.into_iter().unzip();
                let blanks = ids().zip(options).map(|(id, options)| blanks::Blank { id, options, width: 8 }).collect();
                let key = blanks::Key { blanks: ids().zip(keys).collect(), feedback: Vec::new() };
                Task::Blanks(blanks::Prompt { text, blanks, bank }, key)
            })
            .boxed(),
        Kind::Numeric => (decimal(), positive(), prop::option::of(positive()), select(&["", "%", "kg", "m²"][..]))
            .prop_map(|(value, tolerance, near, unit)| {
                let near = near.map(|tolerance| Near { tolerance, feedback: Vec::new() });
                Task::Numeric(numeric::Prompt { unit: unit.into() }, numeric::Key { value, tolerance, near })
            })
            .boxed(),
        Kind::Matching => (some_items(1, 6), some_items(1, 6))
            .prop_flat_map(|(left, right)| (assigned(&left, &right), Just((left, right))))
            .prop_map(|(pairs, (left, right))| {
                Task::Matching(matching::Prompt { left, right }, matching::Key { pairs, feedback: Vec::new() })
            })
            .boxed(),
        Kind::Ordering => some_items(2, 7)
            .prop_flat_map(|items| {
                let order: Vec<Id> = items.iter().map(|item| item.id.clone()).collect();
                (Just(items), Just(order).prop_shuffle())
            })
            .prop_map(|(items, order)| Task::Ordering(ordering::Prompt { items }, ordering::Key { order }))
            .boxed(),
        Kind::Categorise => (some_items(1, 4), some_items(1, 6))
            .prop_flat_map(|(groups, items)| (assigned(&items, &groups), Just((groups, items))))
            .prop_map(|(right, (groups, items))| {
                let key = categorise::Key { groups: right, feedback: Vec::new() };
                Task::Categorise(categorise::Prompt { groups, items }, key)
            })
            .boxed(),
        Kind::Reflection => (some_items(0, 3), prop::collection::vec(some_items(1, 4), 0..3))
            .prop_map(|(criteria, levels)| {
                let criterion = |(id, levels)| reflection::Criterion { item: items(id).remove(0), levels };
                let rubric = ["r1", "r2", "r3"].into_iter().zip(levels).map(criterion).collect();
                Task::Reflection(reflection::Prompt { criteria, rubric }, reflection::Key { model: Vec::new() })
            })
            .boxed(),
        Kind::Table => (1..6usize)
            .prop_flat_map(|cases| {
                let words = vec(prop::option::of(0..3u16), cases);
                let numbers = vec(prop::option::of(-30..90i64), cases);
                (words, numbers, 0..3u32, vec((0..3u8, decimal(), table_tests()), 1..4), table_setup())
            })
            .prop_map(|(words, numbers, decimals, questions, mut setup)| {
                // A table has rows or columns, whatever else is in it.
                setup.rows = setup.rows.or_else(|| Some(id("w")));
                let column = |name: &str, cells| Column { id: id(name), name: name.into(), cells };
                let data = Data {
                    id: id("set"),
                    cases: words.len(),
                    columns: vec![
                        column("w", Cells::Words(["A", "B", "C"].map(str::to_owned).into(), words)),
                        column("n", Cells::Numbers(decimals, numbers)),
                    ],
                };
                let mut prompt = table::Prompt { data: data.into(), columns: ids("w n"), questions: Vec::new() };
                let mut answers = Vec::new();
                for (item, (how, value, tests)) in items("a b c").into_iter().zip(questions) {
                    let (ask, answer) = match how {
                        0 => (table::Ask::Number("%".into()), table::Answer::Number(value, Decimal::ZERO)),
                        1 => (table::Ask::Cell, table::Answer::Cell(tests)),
                        _ => (table::Ask::Table, table::Answer::Table),
                    };
                    answers.push((item.id.clone(), answer));
                    prompt.questions.push(table::Question { item, ask });
                }
                Task::Table(prompt, table::Key { answers, setup, feedback: Vec::new() })
            })
            .boxed(),
        Kind::Chart => (vec(prop::option::of(decimal()), 8), chart_form(3), vec((0..6u8, decimal(), 0..4usize), 1..4))
            .prop_flat_map(|(numbers, form, asks)| (Just((numbers, form, asks)), vec(chart_form(3), 1..3)))
            .prop_map(|((numbers, form, asks), forms)| {
                let column = |name: &str, cells| drawn::Column { name: name.into(), cells };
                let words = ["A", "B", "C", "D"].map(str::to_owned).into();
                let columns = vec![
                    column("w", drawn::Cells::Words(words)),
                    column("m", drawn::Cells::Numbers(numbers[..4].to_vec())),
                    column("n", drawn::Cells::Numbers(numbers[4..].to_vec())),
                ];
                let (title, text, form) = (String::new(), String::new(), Box::new(form));
                let figure = drawn::Chart { title, text, columns, form };
                let (mut questions, mut answers) = (Vec::new(), Vec::new());
                for (item, (how, value, row)) in items("a b c").into_iter().zip(asks) {
                    let option = || items("x y z");
                    let (ask, answer) = match how {
                        0 => (chart::Ask::Number("%".into()), Some(chart::Answer::Number(value, Decimal::ZERO))),
                        1 => (chart::Ask::Row, Some(chart::Answer::Pick(chart::Pick::Row(row)))),
                        2 => {
                            let right = chart::Pick::Option(option()[row.min(2)].id.clone());
                            (chart::Ask::Option(option()), Some(chart::Answer::Pick(right)))
                        }
                        3 => (chart::Ask::Shape, None),
                        4 => (chart::Ask::Columns, None),
                        _ => (chart::Ask::Scale, None),
                    };
                    answers.extend(answer.map(|answer| (item.id.clone(), answer)));
                    questions.push(chart::Question { item, ask });
                }
                let prompt = chart::Prompt { chart: figure, starts: Vec::new(), widths: Vec::new(), questions };
                Task::Chart(prompt, chart::Key { answers, forms, feedback: Vec::new() })
            })
            .boxed(),
        Kind::Coding => (some_items(1, 4), subsequence(IDS.to_vec(), 1..=7).prop_shuffle(), any::<bool>())
            .prop_flat_map(|(codes, sentences, may_add)| {
                let ids: Vec<Id> = codes.iter().map(|code| code.id.clone()).collect();
                let given = vec(subsequence(ids.clone(), 0..=ids.len()), sentences.len());
                (Just(codes), Just(sentences), Just(may_add), given, select(ids))
            })
            .prop_map(|(codes, sentences, may_add, mut given, sure)| {
                if let Some(first) = given.first_mut().filter(|first| first.is_empty()) {
                    first.push(sure);
                }
                let sentence = |name: &&str| coding::Sentence { id: id(name), text: ["Words of ", name].concat() };
                let (first, rest) = sentences.split_at(sentences.len() / 2);
                let turn = |names: &[&str]| coding::Turn {
                    speaker: String::new(),
                    sentences: names.iter().map(sentence).collect(),
                };
                let turns = vec![turn(first), turn(rest)];
                let coded = sentences.iter().map(|name| id(name)).zip(given);
                let key =
                    coding::Key { codes: coded.filter(|(_, codes)| !codes.is_empty()).collect(), why: Vec::new() };
                Task::Coding(coding::Prompt { codes, means: Vec::new(), may_add, turns }, key)
            })
            .boxed(),
        Kind::Scale => (-5..5i32, 1..=10i32)
            .prop_map(|(from, points)| {
                let (from_label, to_label) = (String::new(), String::new());
                Task::Scale(scale::Prompt { from, to: from + points, from_label, to_label, after: None })
            })
            .boxed(),
        Kind::Matrix => (some_items(1, 4), some_items(1, 5), any::<bool>())
            .prop_flat_map(|(columns, rows, multiple)| {
                let ids: Vec<Id> = columns.iter().map(|column| column.id.clone()).collect();
                let most = if multiple { ids.len() } else { 1 };
                let right = vec(subsequence(ids, 1..=most), rows.len());
                (Just(columns), Just(rows), Just(multiple), right)
            })
            .prop_map(|(columns, rows, multiple, right)| {
                let right = rows.iter().map(|row| row.id.clone()).zip(right).collect();
                Task::Matrix(
                    matrix::Prompt { columns, rows, multiple },
                    matrix::Key { rows: right, feedback: Vec::new() },
                )
            })
            .boxed(),
        Kind::Likert => (some_items(2, 5), some_items(1, 5))
            .prop_map(|(levels, statements)| Task::Likert(likert::Prompt { levels, statements, after: None }))
            .boxed(),
        Kind::Marking => some_items(1, 7)
            .prop_flat_map(|words| {
                let ids: Vec<Id> = words.iter().map(|word| word.id.clone()).collect();
                let most = ids.len();
                (Just(words), subsequence(ids, 1..=most))
            })
            .prop_map(|(words, right)| {
                let mark = |word: &Item| Node { lang: None, kind: NodeKind::Mark(word.id.clone(), word.text.clone()) };
                let text = words.iter().map(mark).collect();
                Task::Marking(marking::Prompt { text, words }, marking::Key { right, feedback: Vec::new() })
            })
            .boxed(),
        Kind::Label => (some_items(1, 5), some_items(1, 6))
            .prop_flat_map(|(spots, labels)| (assigned(&spots, &labels), Just((spots, labels))))
            .prop_map(|(right, (spots, labels))| {
                let key = label::Key { labels: right, feedback: Vec::new() };
                Task::Label(label::Prompt { picture: picture(spots), labels }, key)
            })
            .boxed(),
        Kind::Hotspot => (some_items(1, 7), any::<bool>())
            .prop_flat_map(|(spots, multiple)| {
                let ids: Vec<Id> = spots.iter().map(|spot| spot.id.clone()).collect();
                let most = if multiple { ids.len() } else { 1 };
                (Just(spots), Just(multiple), subsequence(ids, 1..=most))
            })
            .prop_map(|(spots, multiple, right)| {
                let key = hotspot::Key { right, feedback: Vec::new() };
                Task::Hotspot(hotspot::Prompt { picture: picture(spots), multiple }, key)
            })
            .boxed(),
        Kind::Cards => some_items(1, 6)
            .prop_map(|fronts| {
                let card = |item: Item| cards::Card { id: item.id, front: item.text.clone(), back: item.text };
                Task::Cards(cards::Prompt { cards: fronts.into_iter().map(card).collect() })
            })
            .boxed(),
        Kind::Checklist => some_items(1, 6).prop_map(|items| Task::Checklist(checklist::Prompt { items })).boxed(),
        Kind::Stakeholders => (some_items(1, 6), 2..=5u8, 0..4u32)
            .prop_flat_map(|(named, levels, own)| {
                let places = vec(map_place(1..=levels), named.len());
                (Just(named), Just(levels), Just(own), places, 0..=stakeholders::most_tolerance(levels))
            })
            .prop_map(|(named, levels, own, places, tolerance)| {
                let places = named.iter().map(|item| item.id.clone()).zip(places).collect();
                let key = stakeholders::Key { places, tolerance, why: Vec::new() };
                Task::Stakeholders(stakeholders::Prompt { named, levels, own }, key)
            })
            .boxed(),
        Kind::Plan => (vec(plan_field(), 1..6), some_items(0, 3))
            .prop_map(|(mut fields, criteria)| {
                for (field, name) in fields.iter_mut().zip(IDS) {
                    field.id = id(name);
                }
                let section = plan::Section { id: id("s"), title: String::new(), fields };
                let prompt = plan::Prompt { title: "Plan".into(), place: None, sections: vec![section], criteria };
                Task::Plan(prompt, plan::Key { model: Vec::new() })
            })
            .boxed(),
        Kind::Conversation => some_conversation().boxed(),
    }
}

/// A place on a map.
fn map_place(steps: std::ops::RangeInclusive<u8>) -> impl Strategy<Value = stakeholders::Place> {
    (steps.clone(), steps).prop_map(|(power, interest)| stakeholders::Place { power, interest })
}

/// A field of a plan, still without an id of its own.
fn plan_field() -> impl Strategy<Value = plan::Field> {
    let column = (select(&IDS[..]), any::<bool>()).prop_map(|(name, optional)| plan::Column {
        id: id(name),
        label: name.into(),
        optional,
        most: 200,
    });
    let columns = vec(column, 1..4).prop_map(|mut columns: Vec<plan::Column>| {
        let mut once = std::collections::BTreeSet::new();
        columns.retain(|column| once.insert(column.id.clone()));
        columns
    });
    let shape = prop_oneof![
        (1..6u32).prop_map(|lines| plan::Shape::Text { lines, most: 1500 }),
        (columns, 1..4u32).prop_map(|(columns, least)| plan::Shape::Rows { columns, least, most: 12 }),
    ];
    let field = |(shape, optional)| plan::Field { id: id("x"), label: "x".into(), help: Vec::new(), optional, shape };
    (shape, any::<bool>()).prop_map(field)
}

/// What may stand in a field of a plan.
fn plan_entry() -> impl Strategy<Value = plan::Entry> {
    prop_oneof![typed().prop_map(plan::Entry::Text), vec(pairs(typed()), 0..5).prop_map(plan::Entry::Rows),]
}

/// A conversation of up to four turns and two endings; what is said changes one variable, on which ways depend.
fn some_conversation() -> impl Strategy<Value = Task> {
    let choice = (0..4u32, -3..4i32, -2..4i32, any::<bool>(), any::<[prop::sample::Index; 2]>());
    vec(vec(choice, 1..=2), 1..=4).prop_map(|turns| {
        let last = turns.len();
        let mut ids = IDS.iter().map(|name| id(name));
        let mut worth = Table::new();
        let mut read = Vec::new();
        for (at, choices) in turns.into_iter().enumerate() {
            let mut made = Vec::new();
            for (value, by, least, is_bound, ways) in choices {
                let id = ids.next().expect("no more than eight choices");
                worth.insert(&id, value);
                let later: Vec<usize> = (at + 1..last + 2).collect();
                let when = vec![conversation::Condition { variable: 0, least, most: 100 }];
                let [first, second] = ways.map(|way| *way.get(&later));
                let routes = vec![
                    conversation::Route { when: when.clone(), to: first },
                    conversation::Route { when: Vec::new(), to: second },
                ];
                let when = if is_bound && !made.is_empty() { when } else { Vec::new() };
                made.push(conversation::Choice {
                    id,
                    text: Vec::new(),
                    technique: None,
                    effects: vec![(0, by)],
                    when,
                    routes,
                });
            }
            read.push(turn(&format!("t{at}"), made));
        }
        for ending in ["well", "ill"] {
            worth.insert(ending, 1 + u32::from(ending == "well"));
            read.push(turn(ending, Vec::new()));
        }
        let variable =
            conversation::Variable { id: id("trust"), text: Vec::new(), start: 1, from: -2, to: 3, is_hidden: false };
        let prompt = conversation::Prompt {
            with: String::new(),
            variables: vec![variable],
            techniques: Vec::new(),
            turns: read,
        };
        Task::Conversation(prompt, conversation::Key { worth, feedback: Vec::new() })
    })
}

fn turn(name: &str, choices: Vec<conversation::Choice>) -> conversation::Turn {
    conversation::Turn { id: id(name), state: Vec::new(), says: Vec::new(), ending: Vec::new(), choices }
}

/// A picture with these places on a line.
fn picture(spots: Vec<Item>) -> Picture {
    let file = File { path: "media/p.svg".into(), sha256: "0".repeat(64), size: 1, seal: None };
    let figure = Figure { file, alt: "a picture".into(), size: Some((100, 100)), caption: Vec::new() };
    let at = (0..spots.len()).map(|at| (at as u32 * 10, 50)).collect();
    Picture { figure, spots, at }
}

/// Any kind.
pub(crate) fn kind() -> impl Strategy<Value = Kind> {
    select(&Kind::ALL[..])
}

/// An exercise of this kind.
pub(crate) fn exercise_of(kind: Kind) -> impl Strategy<Value = Exercise> {
    (task(kind), 0..=12u32, any::<bool>(), any::<bool>()).prop_map(|(task, points, parts, practice)| Exercise {
        points,
        credit: if parts { Credit::Parts } else { Credit::AllOrNothing },
        mode: if practice { Mode::Practice } else { Mode::Assessment },
        ..exercise("q", task)
    })
}

/// An exercise of any kind.
pub(crate) fn any_exercise() -> impl Strategy<Value = Exercise> {
    kind().prop_flat_map(exercise_of)
}

/// What somebody might type.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        select(&IDS[..]).prop_map(str::to_owned),
        decimal().prop_map(|number| number.to_string()),
        form(),
        "\\PC{0,12}",
        any::<String>(),
    ]
}

/// Each part at most once, in the order of ids (as a record carries them).
fn pairs<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<(Id, T)>> {
    btree_map(any_id(), value, 0..8).prop_map(|map| map.into_iter().collect())
}

/// What holds for a word and for a number, or for one of them.
fn table_tests() -> impl Strategy<Value = table::Tests> {
    let end = || prop::option::of(decimal());
    let words = prop_oneof![vec(0..3u16, 0..4).prop_map(table::Test::Is), Just(table::Test::Known)];
    let numbers =
        prop_oneof![(end(), end()).prop_map(|(from, below)| table::Test::Range(from, below)), Just(table::Test::Known)];
    (prop::option::of(words), prop::option::of(numbers)).prop_map(|(words, numbers)| {
        let words = words.map(|test| (id("w"), test));
        words.into_iter().chain(numbers.map(|test| (id("n"), test))).collect()
    })
}

/// Any way to draw so many columns, the first of which holds words.
fn chart_form(columns: usize) -> impl Strategy<Value = drawn::Form> {
    let number = || prop::option::of(decimal());
    let shape = select(&drawn::Shape::ALL[..]).prop_map(|(shape, _)| shape);
    let order = select(&drawn::Order::ALL[..]).prop_map(|(order, _)| order);
    let of = subsequence((0..columns).collect::<Vec<_>>(), 0..=columns);
    let heights = select(&drawn::Heights::ALL[..]).prop_map(|(heights, _)| heights);
    (shape, prop::option::of(0..columns), of, number(), order, (number(), rising(), heights)).prop_map(
        |(shape, by, of, from, order, (width, edges, heights))| drawn::Form {
            shape,
            by,
            of,
            from,
            order,
            width,
            edges,
            heights,
        },
    )
}

/// Numbers in rising order, two or more of them, or none.
pub(crate) fn rising() -> impl Strategy<Value = drawn::Edges> {
    vec(decimal(), 0..6).prop_map(|mut edges| {
        edges.sort_by(|a, b| a.to_f64().total_cmp(&b.to_f64()));
        edges.dedup_by(|a, b| a.to_f64() <= b.to_f64());
        drawn::Edges::new(&edges).unwrap_or(drawn::Edges::NONE)
    })
}

/// Any setup of a table with the columns `w` and `n`.
fn table_setup() -> impl Strategy<Value = table::Setup> {
    let column = || prop::option::of(select(&["w", "n"][..]).prop_map(id));
    let merge = prop::option::of(vec(0..3u16, 3).prop_map(|groups| (id("w"), table::Recode::Merge(groups))));
    let cut = prop::option::of(vec(decimal(), 1..4).prop_map(|points| (id("n"), table::Recode::Cut(points))));
    let show = select(&table::Show::ALL[..]).prop_map(|(show, _)| show);
    let of = prop::option::of(Just(id("n")));
    (table_tests(), merge, cut, prop::option::of((column(), any::<bool>())), column(), column(), show, of).prop_map(
        |(filter, merge, cut, sort, rows, columns, show, of)| table::Setup {
            filter,
            recode: merge.into_iter().chain(cut).collect(),
            sort: sort.and_then(|(column, is_down)| Some((column?, is_down))),
            rows,
            columns,
            show,
            of,
        },
    )
}

fn coding_mark() -> impl Strategy<Value = coding::Mark> {
    let words = (0..9u32, any::<u32>(), typed()).prop_map(|(from, to, language)| coding::Words { from, to, language });
    (any_id(), any_id(), prop::option::of(words)).prop_map(|(sentence, code, words)| coding::Mark {
        sentence,
        code,
        words,
    })
}

/// A response of this kind, to nothing in particular.
pub(crate) fn response_of(kind: Kind) -> BoxedStrategy<Response> {
    match kind {
        Kind::Choice => vec(any_id(), 0..6).prop_map(Response::Choice).boxed(),
        Kind::Blanks => pairs(typed()).prop_map(Response::Blanks).boxed(),
        Kind::Numeric => typed().prop_map(Response::Numeric).boxed(),
        Kind::Matching => pairs(any_id()).prop_map(Response::Matching).boxed(),
        Kind::Ordering => vec(any_id(), 0..8).prop_map(Response::Ordering).boxed(),
        Kind::Categorise => pairs(any_id()).prop_map(Response::Categorise).boxed(),
        Kind::Reflection => (typed(), vec(any_id(), 0..4), pairs(any_id()))
            .prop_map(|(text, met, levels)| Response::Reflection { text, met, levels })
            .boxed(),
        Kind::Chart => {
            let pick = prop_oneof![(0..5usize).prop_map(chart::Pick::Row), any_id().prop_map(chart::Pick::Option)];
            (prop::option::of(chart_form(4)), pairs(typed()), pairs(pick))
                .prop_map(|(form, numbers, picks)| {
                    Response::Chart(chart::Given { form: form.map(Box::new), numbers, picks })
                })
                .boxed()
        }
        Kind::Table => (table_setup(), pairs(typed()), pairs(table_tests()))
            .prop_map(|(setup, numbers, cells)| Response::Table(table::Given { setup, numbers, cells }))
            .boxed(),
        Kind::Coding => (vec(coding_mark(), 0..12), vec((any_id(), typed(), prop::option::of(any_id())), 0..3))
            .prop_map(|(marks, own)| {
                let own = own.into_iter().map(|(id, name, like)| coding::Own { id, name, like }).collect();
                Response::Coding(coding::Given { marks, own })
            })
            .boxed(),
        Kind::Stakeholders => {
            let own = || vec((prop::option::of(map_place(0..=6)), "[a-zа-я ]{0,9}"), 0..3);
            (pairs(map_place(0..=6)), own())
                .prop_map(|(placed, own)| {
                    let own = own.into_iter().map(|(place, name)| stakeholders::Own { name, place }).collect();
                    Response::Stakeholders(stakeholders::Given { placed, own })
                })
                .boxed()
        }
        Kind::Plan => (pairs(plan_entry()), vec(any_id(), 0..4))
            .prop_map(|(entries, met)| Response::Plan { entries, met })
            .boxed(),
        Kind::Scale => prop::option::of(prop_oneof![-6..16i32, any::<i32>()]).prop_map(Response::Scale).boxed(),
        Kind::Matrix => pairs(vec(any_id(), 0..4)).prop_map(Response::Matrix).boxed(),
        Kind::Likert => pairs(any_id()).prop_map(Response::Likert).boxed(),
        Kind::Marking => vec(any_id(), 0..6).prop_map(Response::Marking).boxed(),
        Kind::Cards => (vec(any_id(), 0..5), vec(any_id(), 0..5))
            .prop_map(|(known, again)| Response::Cards { known, again })
            .boxed(),
        Kind::Checklist => vec(any_id(), 0..6).prop_map(Response::Checklist).boxed(),
        Kind::Conversation => vec(any_id(), 0..5).prop_map(Response::Conversation).boxed(),
        Kind::Label => pairs(any_id()).prop_map(Response::Label).boxed(),
        Kind::Hotspot => vec(any_id(), 0..6).prop_map(Response::Hotspot).boxed(),
    }
}

/// A response of any kind.
pub(crate) fn any_response() -> impl Strategy<Value = Response> {
    kind().prop_flat_map(response_of)
}

/// An exercise and a response of its kind.
pub(crate) fn answered() -> impl Strategy<Value = (Exercise, Response)> {
    kind().prop_flat_map(|kind| (exercise_of(kind), response_of(kind)))
}

/// A place: one of three units, on pages of all tracks or of some.
fn place() -> impl Strategy<Value = Place> {
    (select(&["u1", "u2", "u3"][..]), subsequence(vec!["full", "short"], 0..=2))
        .prop_map(|(unit, tracks)| Place { unit: id(unit), tracks: tracks.into_iter().map(id).collect() })
}

fn given() -> impl Strategy<Value = Answer> {
    (any_id(), 1..4u32, prop::option::of(any_response()), 0..=4u32, 0..=2u32).prop_map(
        |(exercise, revision, response, earned, more)| Answer {
            exercise,
            revision,
            response,
            earned,
            of: earned + more,
        },
    )
}

/// Anything that can happen.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    let unit = || place().prop_map(|place| place.unit);
    prop_oneof![
        1 => (place(), any_id()).prop_map(|(place, page)| Event::Seen { place, page }),
        3 => (place(), 1..6u32, given()).prop_map(|(place, n, answer)| Event::Answered { place, n, answer }),
        3 => (unit(), any_id(), 0..4u32, any_response())
            .prop_map(|(unit, exercise, sitting, response)| Event::Draft { unit, exercise, sitting, response }),
        1 => (any_id(), 0..3u32, 1..=3u32)
            .prop_map(|(exercise, sitting, sure)| Event::Rated { exercise, sitting, sure }),
        1 => (any_id(), 1..4u32).prop_map(|(exercise, count)| Event::Hinted { exercise, count }),
        1 => any_id().prop_map(|exercise| Event::Shown { exercise }),
        1 => any::<u32>().prop_map(|seed| Event::Mixed { seed }),
        1 => (unit(), 1..4u32, any::<u32>()).prop_map(|(unit, sitting, seed)| Event::Began { unit, sitting, seed }),
        1 => (place(), 1..4u32, vec(given(), 0..4))
            .prop_map(|(place, sitting, mut answers)| {
                let mut once = std::collections::BTreeSet::new();
                answers.retain(|answer| once.insert(answer.exercise.clone()));
                Event::HandedIn { place, sitting, answers }
            }),
        1 => unit().prop_map(|unit| Event::Revealed { unit }),
        1 => select(&["full", "short"][..]).prop_map(|track| Event::Chosen { track: id(track) }),
        1 => (any::<String>(), any_id(), any_id(), prop::option::of("[A-Za-z0-9_-]{1,40}"))
            .prop_map(|(name, track, award, signed)| Event::Certified { name, track, award, signed }),
    ]
}

/// Records of three writers at few different times, each id once.
pub(crate) fn records(most: usize) -> impl Strategy<Value = Vec<Record>> {
    vec((0..3usize, 0..12i64, event()), 0..most).prop_map(|all| {
        let mut last = [0u32; 3];
        let numbered = all.into_iter().map(|(writer, at, event)| {
            last[writer] += 1;
            let id = RecordId { writer: ["w1", "w2", "w3"][writer].into(), seq: last[writer] };
            Record { id, at: Moment(at), event }
        });
        numbered.collect()
    })
}

/// Three sets of records of the same world: they overlap, and the same id is always the same record.
pub(crate) fn three_sets() -> impl Strategy<Value = [Vec<Record>; 3]> {
    records(40).prop_flat_map(|all| {
        let some = || subsequence(all.clone(), 0..=all.len()).prop_shuffle();
        [some(), some(), some()]
    })
}
