package io.fairlead.time.api;

import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.Views;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.MoveTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeRules;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.api.MovePreview.Place;
import io.fairlead.time.api.TimeMoveApi.TimeMove;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.time.view.TimeEntryQuery.Entry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes a move by what its project, task and line say. */
@Component
class TimeMover {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MasterDataReader known;
    private final TimeEntryQuery entries;
    private final Views views;
    private final MovedPrice price;
    private final InstantSource clock;

    TimeMover(MasterDataReader known, TimeEntryQuery entries, Views views, MovedPrice price, InstantSource clock) {
        this.known = known;
        this.entries = entries;
        this.views = views;
        this.price = price;
        this.clock = clock;
    }

    MoveTime command(TimeEntryId id, TimeMove body, String actor) {
        return command(entry(id), body, actor);
    }

    MovePreview preview(TimeEntryId id, TimeMove body, String actor) {
        var entry = entry(id);
        var command = command(entry, body, actor);
        var approved = entry.approvedBy() != null;
        if (approved) {
            TimeRules.requireAnother(actor, entry.author(), entry.personId());
            TimeRules.requireMovable(
                    entry.draftedSeconds() > 0 || entry.changeAsked() != null || entry.inDoubt(),
                    entry.writtenOffSeconds() > 0);
        }
        var to = command.target();
        int seconds = entry.proposedSeconds() == null ? entry.seconds() : entry.proposedSeconds();
        return new MovePreview(
                entry.timeEntryId(),
                command.movedTo().value(),
                new Place(
                        entry.projectId(),
                        entry.taskId(),
                        entry.contractId(),
                        entry.lineNo(),
                        entry.customerId(),
                        entry.timeClass(),
                        entry.workDate()),
                new Place(
                        to.projectId().value(),
                        to.taskId(),
                        to.contractId().value(),
                        to.lineNo(),
                        to.customerId().value(),
                        command.timeClass(),
                        command.workDate()),
                seconds,
                approved,
                entry.unbilledSeconds(),
                entry.invoicedSeconds(),
                entry.amount(),
                entry.currency(),
                approved ? price.of(command, seconds).orElse(null) : null);
    }

    private Entry entry(TimeEntryId id) {
        views.awaitHead(PATIENCE);
        return entries.byId(id.value()).orElseThrow(() -> new Refused(Refusal.notFound(id.value())));
    }

    private MoveTime command(Entry entry, TimeMove body, String actor) {
        var answers = known.ask();
        var project = ProjectId.of(body.project());
        var facts = answers.project(project);
        var task = body.task() == null ? null : answers.task(project, body.task());
        int lineNo = task == null ? facts.lineNo() : task.lineNo();
        if (body.lineNo() != null) {
            lineNo = body.lineNo();
            var _ = answers.line(facts.contractId(), lineNo);
        }
        var target = new TimeTarget(
                project,
                body.task(),
                facts.contractId(),
                lineNo,
                facts.customerId(),
                facts.legalEntityId(),
                facts.currency(),
                facts.zone());
        return new MoveTime(
                TimeEntryId.of(entry.timeEntryId()),
                target,
                timeClass(body.timeClass(), task == null ? null : task.timeClass(), entry.timeClass()),
                day(entry, facts.zone()),
                body.reason(),
                actor,
                clock.instant());
    }

    private static String timeClass(@Nullable String asked, @Nullable String ofTask, String ofEntry) {
        if (asked != null) {
            return asked;
        }
        return ofTask == null || ofTask.equals(TimeClasses.BILLABLE) ? ofEntry : ofTask;
    }

    /** The begin decides the day; where the day was told otherwise, or corrected, it stays. */
    private static LocalDate day(Entry entry, String zone) {
        var start = entry.startAt();
        if (start == null
                || !LocalDate.ofInstant(start.toInstant(), ZoneId.of(entry.zone()))
                        .equals(entry.workDate())) {
            return entry.workDate();
        }
        return LocalDate.ofInstant(start.toInstant(), ZoneId.of(zone));
    }
}
