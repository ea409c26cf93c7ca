//! Who may what, written down by hand: a command that is added, or a role that gains one, is seen here first.

use desk::commands::COMMANDS;
use domain::role::Role;

/// Columns: receptionist, consultant, dcc, test drive, sales manager, service advisor, CS clerk, CS manager, general manager, admin.
/// `+` may, `.` may not; `*` stands at the door, where nobody is signed in yet or everybody acts for themselves.
const TABLE: &str = "
door_status          *
set_up_branch        *
confirm_recovery_key *
open_demo            *
leave_demo           *
restore              *
sign_in              *
recover              *
switch_by_pin        *
set_pin              *
change_password      *
lock                 *
close                *
progress             *
stop                 *
staff_list           ++++++++++
add_staff            .........+
change_staff         .........+
reset_password       .........+
reception            ++++++++++
log_walk_in          +++++...++
log_call             +++++...++
leave_visit          +++++...++
complete_visit       +++++...++
log_missed_call      +++++...++
call_back            +++++...++
reveal_visit_phone   +++++...++
reassign_visit       +...+...++
set_duty             +++++...++
arrange_turns        +...+...++
skip_turn            +++++...++
set_weather          +...+...++
close_day            +...+...++
check_day            ....+...++
reopen_day           +...+...++
drafts               +++++...++
keep_draft           +++++...++
drop_draft           +++++...++
visit                ++++++++++
parse_quick_entry    +++++...++
suggest_models       ++++++++++
recognise            +++++...++
customers            ++++++++++
customer             ++++++++++
timeline             ++++++++++
add_customer         +++++...++
edit_customer        .++.+...++
set_level            .++.+...++
add_phone            .++.+...++
remove_phone         .++.+...++
reveal_phone         ++++++++++
reveal_id_number     .++.+...++
reassign_customer    ....+...++
merge_customers      ....+...++
unmerge_customers    ....+...++
add_person           .++.+...++
edit_person          .++.+...++
remove_person        .++.+...++
add_tag              .++.+...++
remove_tag           .++.+...++
add_rival            .++.+...++
edit_rival           .++.+...++
remove_rival         .++.+...++
level_sheet          ++++++++++
claims               .++.+...++
claim_customer       .++.......
withdraw_claim       .++.......
decide_claim         ....+...++
erasures             ....+...++
ask_erasure          ....+...++
decline_erasure      ....+...++
erase_customer       .........+
erase_with_key       .........+
disorders            ....+...++
settle_field         .++.+...++
dismiss_step         ....+...++
search               ++++++++++
today                ++++++++++
finish_card          .++.+...++
log_contact          .++.+...++
plan_card            .++.+...++
skip_card            .++.+...++
expected             +++++...++
appointments         ++++++++++
make_appointment     +++++...++
change_appointment   +++++...++
cancel_appointment   +++++...++
mark_no_show         +++++...++
messages             +++++...++
preview_message      .........+
team                 ....+...++
reviews_to_do        ....+...++
review_contact       ....+...++
review_contacts      ....+...++
read_review          ++++++++++
undo                 ++++++++++
read_import          ....+...++
adjust_import        ....+...++
commit_import        ....+...++
cancel_import        ....+...++
daily_sheet          +++++...++
preview_paper        +++++...++
open_paper           +++++...++
save_paper           +++++...++
house                ++++++++++
change_house         .........+
set_rule             .........+
devices              ++++++++++
exchange_status      *
try_again            *
join_branch          *
invite               .........+
invitation           .........+
withdraw_invitation  .........+
hub_is_at            ....+...++
make_hub             .........+
renumber_device      .........+
rename_device        .........+
shut_out             .........+
backup_status        ++++++++++
set_backup_folder    .........+
back_up_now          ++++++++++
rebuild              .........+
verify               .........+
";

#[test]
fn every_command_allows_exactly_whom_the_table_names() {
    let mut real = String::from("\n");
    for command in COMMANDS {
        let who = match command.verb {
            None => "*".to_owned(),
            Some(verb) => Role::ALL
                .iter()
                .map(|role| if verb.allows(&[*role]) { '+' } else { '.' })
                .collect(),
        };
        real += &format!("{:<20} {who}\n", command.name);
    }
    assert_eq!(real, TABLE, "\n{real}");
}
