package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Known;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Completes worked time by what its project and task say. */
@Component
class TimeRecorder {

    private static final String SOURCE = "api";

    private final Known known;

    TimeRecorder(Known known) {
        this.known = known;
    }

    /** For one request: each project is looked up once. */
    Opened opened() {
        return new Opened(known.ask());
    }

    /** Not thread-safe. */
    record Opened(Known.Answers answers) {

        /** One entry; where the contract splits work at midnight, one for each day. */
        List<RecordTime> commands(NewTimeEntry body, Call call) {
            var project = ProjectId.of(body.project());
            var facts = answers.project(project);
            var task = body.task() == null ? null : answers.task(project, body.task());
            var person = answers.person(PersonId.of(body.person()));
            var source = body.source() == null ? SOURCE : body.source();
            var id = TimeEntryId.of(key(body, source, call));
            var taskClass = task == null ? TimeClasses.BILLABLE : task.timeClass();
            var whole = new RecordTime(
                    id,
                    source,
                    body.sourceId() == null ? id.value() : body.sourceId(),
                    person,
                    new TimeTarget(
                            project,
                            body.task(),
                            facts.contractId(),
                            task == null ? facts.lineNo() : task.lineNo(),
                            facts.customerId(),
                            facts.legalEntityId(),
                            facts.currency(),
                            facts.zone()),
                    body.workType(),
                    WorkedTimes.begin(body, ZoneId.of(facts.zone())),
                    WorkedTimes.day(body, ZoneId.of(facts.zone())),
                    WorkedTimes.seconds(body, ZoneId.of(facts.zone())),
                    body.timeClass() == null ? taskClass : body.timeClass(),
                    body.note(),
                    call.actor());
            return WorkedTimes.byDay(whole, body.workDate(), facts.midnight());
        }

        private static String key(NewTimeEntry body, String source, Call call) {
            if (body.id() == null && body.sourceId() != null) {
                return NameUuid.of(TimeEntryId.KIND, source, body.sourceId()).toString();
            }
            return call.keyOr(body.id(), TimeEntryId.KIND);
        }
    }
}
