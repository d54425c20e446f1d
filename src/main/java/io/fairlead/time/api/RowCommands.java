package io.fairlead.time.api;

import io.fairlead.app.web.MasterData.TaskFacts;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.gateway.timesheet.TimeRow;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.WorkedSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one time export as commands, completed by what project and task say; each is looked up once. */
final class RowCommands {

    private final MasterDataReader.Answers answers;
    private final String author;

    RowCommands(MasterDataReader.Answers answers, String author) {
        this.answers = answers;
        this.author = author;
    }

    /** What a row says, whichever entry it is; or the refusal of a row that names what is not there. */
    RecordTime said(TimeRow row) {
        return commands(
                        row,
                        new KnownRows.Identity(TimeEntryId.of(row.sourceId().toString()), "unknown"))
                .getFirst();
    }

    /** One entry, or one for each day; or the refusal of a row that names what is not there. */
    List<RecordTime> commands(TimeRow row, KnownRows.Identity identity) {
        var project = ProjectId.of(row.projectId());
        var facts = answers.project(project);
        var customer = row.customerId();
        if (customer != null && !customer.equals(facts.customerId().value())) {
            throw new RuleViolated(
                    "CUSTOMER_DIFFERS",
                    "client",
                    "the client is " + customer + ", the project belongs to " + facts.customerId(),
                    "correct \"clients\" or \"projects\" in the mapping file");
        }
        var task = row.taskId() == null ? null : answers.task(project, row.taskId());
        var person = answers.person(PersonId.of(row.personId()));
        var start = startAt(row);
        var whole = new RecordTime(
                identity.id(),
                row.profile(),
                identity.sourceId(),
                person,
                new TimeTarget(
                        project,
                        row.taskId(),
                        facts.contractId(),
                        task == null ? facts.lineNo() : task.lineNo(),
                        facts.customerId(),
                        facts.legalEntityId(),
                        facts.currency(),
                        facts.zone()),
                null,
                start,
                start == null ? row.workDate() : LocalDate.ofInstant(start, ZoneId.of(facts.zone())),
                row.seconds(),
                timeClass(row, task),
                row.description().isEmpty() ? null : row.description(),
                author);
        return WorkedTimes.byDay(whole, null, facts.midnight());
    }

    private static @Nullable Instant startAt(TimeRow row) {
        var start = row.start();
        return start == null ? null : WorkedSpan.begin(row.workDate().atTime(start), row.zone());
    }

    /** What the tracker calls not billable never is; what it calls billable is so as far as the task allows. */
    private static String timeClass(TimeRow row, @Nullable TaskFacts task) {
        var ofTask = task == null ? TimeClasses.BILLABLE : task.timeClass();
        return row.billable() || !ofTask.equals(TimeClasses.BILLABLE) ? ofTask : TimeClasses.NON_BILLABLE;
    }
}
