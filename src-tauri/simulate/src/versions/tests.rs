use desk::commands::on_desk;
use desk::problem::Code;
use domain::rows::Customer;
use serde_json::{Value as Json, json};

use super::*;
use crate::template::Template;
use crate::world::World;

/// PCs without a network, on which nobody does anything by chance; those that are named run the next version.
fn branch<'t>(template: &'t Template, pcs: usize, upgraded: &[usize]) -> World<'t> {
    let mut world = World::new(template, 1, 0, pcs);
    world.time = 60_000;
    for n in upgraded {
        world.nodes[*n].upgrade();
    }
    world
}

impl World<'_> {
    fn now(&self) -> Now {
        Now(self.truth())
    }

    fn asks(&mut self, n: usize, verb: &str, ask: Json) -> Result<Json, Code> {
        self.time += 60_000;
        let desk = self.nodes[n].on().unwrap();
        let done = on_desk(desk, &self.sessions[0], verb, ask, self.now());
        done.map(|done| done.answer).map_err(|problem| problem.code)
    }

    fn wishes(&mut self, n: usize, customer: CustomerId, what: &str) {
        self.time += 60_000;
        let desk = self.nodes[n].on().unwrap();
        note_wish(desk, &self.sessions[0], (customer, what), self.now()).unwrap();
    }

    /// Everything that one has goes to the other, and back.
    fn meet(&mut self, one: usize, other: usize) {
        self.exchange_with(one, other);
        for n in [one, other] {
            self.nodes[n].on().unwrap().apply().unwrap();
        }
    }

    fn dump(&self, n: usize) -> Vec<String> {
        self.nodes[n].on().unwrap().store().dump().unwrap()
    }

    fn colour(&self, n: usize, customer: CustomerId) -> Option<String> {
        let store = self.nodes[n].on().unwrap().store();
        let card: Customer = store.read().get(customer).unwrap().unwrap();
        card.colour
    }
}

fn walk_in(world: &mut World<'_>, n: usize) -> CustomerId {
    let fields =
        json!({ "name": "王女士", "phone": "13800138000", "consultant": world.sessions[3].me.id });
    let seen = world.asks(n, "log_walk_in", json!({ "fields": fields }));
    serde_json::from_value(seen.unwrap()["customer"].clone()).unwrap()
}

fn paint(
    world: &mut World<'_>,
    n: usize,
    customer: CustomerId,
    colour: &str,
) -> Result<Json, Code> {
    let ask = json!({ "id": customer, "fields": { "colour": colour } });
    world.asks(n, "edit_customer", ask)
}

#[test]
fn what_a_newer_version_wrote_passes_through_an_older_one_to_another_newer_one() {
    let template = Template::make(3);
    let mut world = branch(&template, 3, &[0, 2]);
    let customer = walk_in(&mut world, 0);
    world.wishes(0, customer, "小王");
    world.meet(0, 1);
    world.meet(1, 2);
    assert_eq!(world.dump(0), world.dump(2));
    let wished = |line: &String| line.starts_with("wish ") && line.contains("小王");
    assert!(world.dump(2).iter().any(wished));
    assert!(!world.dump(1).iter().any(|line| line.contains("小王")));
}

#[test]
fn a_row_that_a_newer_version_wrote_into_is_shown_by_an_older_one_and_edited_after_the_upgrade() {
    let template = Template::make(2);
    let mut world = branch(&template, 2, &[0]);
    let customer = walk_in(&mut world, 1);
    paint(&mut world, 1, customer, "白").unwrap();
    world.meet(0, 1);
    world.wishes(0, customer, "小王");
    world.meet(0, 1);

    assert_eq!(world.colour(1, customer).as_deref(), Some("白"));
    let refused = paint(&mut world, 1, customer, "黑").unwrap_err();
    assert_eq!(refused, Code::WrittenByNewer);

    world.nodes[1].upgrade();
    assert_eq!(world.dump(0), world.dump(1));
    paint(&mut world, 1, customer, "黑").unwrap();
    world.meet(0, 1);
    assert_eq!(world.colour(0, customer).as_deref(), Some("黑"));
}

#[test]
fn what_both_versions_wrote_apart_goes_together() {
    let template = Template::make(2);
    let mut world = branch(&template, 2, &[0]);
    let customer = walk_in(&mut world, 0);
    world.meet(0, 1);
    // Neither knows of the other's.
    world.wishes(0, customer, "小王");
    paint(&mut world, 1, customer, "银").unwrap();
    let new_here = walk_in(&mut world, 1);
    world.meet(1, 0);

    assert_eq!(world.colour(0, customer).as_deref(), Some("银"));
    assert_eq!(world.colour(1, customer).as_deref(), Some("银"));
    world.wishes(0, new_here, "老王");
    world.meet(0, 1);
    world.nodes[1].upgrade();
    assert_eq!(world.dump(0), world.dump(1));
    for n in 0..2 {
        let checked = world.nodes[n].on().unwrap().store().verify(None).unwrap();
        assert!(checked.ok(), "{checked:?}");
    }
}
