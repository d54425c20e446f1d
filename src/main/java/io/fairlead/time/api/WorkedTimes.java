package io.fairlead.time.api;

import io.fairlead.shared.NameUuid;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.WorkedSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begin, day and length of worked time as clients send them (R14). */
final class WorkedTimes {

    /** Begin; null when only the day is known. */
    static @Nullable Instant begin(NewTimeEntry body, ZoneId zone) {
        if (body.start() != null && body.startAt() != null) {
            throw refused("start", "the begin is given twice", "give start or startAt");
        }
        return body.start() == null ? body.startAt() : WorkedSpan.begin(body.start(), zone);
    }

    /** Day of work in the contract's zone. */
    static LocalDate day(NewTimeEntry body, ZoneId zone) {
        var begin = begin(body, zone);
        if (body.workDate() != null) {
            return body.workDate();
        }
        if (begin == null) {
            throw refused("workDate", "neither workDate nor startAt is given", "give one of them");
        }
        return LocalDate.ofInstant(begin, zone);
    }

    /** Worked time: as stated, else what passed from begin to end; both must agree. */
    static int seconds(NewTimeEntry body, ZoneId zone) {
        var begin = begin(body, zone);
        var end = body.end() == null ? body.endAt() : body.end().atZone(zone).toInstant();
        if (begin == null || end == null) {
            if (body.seconds() == null) {
                throw refused("seconds", "seconds is missing or out of range", "give seconds, or begin and end");
            }
            return body.seconds();
        }
        var passed = WorkedSpan.between(begin, end).seconds();
        if (body.seconds() != null && body.seconds() != passed) {
            throw refused(
                    "seconds",
                    "from begin to end " + passed + " s passed, not " + body.seconds(),
                    "leave seconds out, or correct one of them");
        }
        return passed;
    }

    /**
     * The entry; where its contract splits work at midnight, and nobody said which day it is for, one for each day. The first
     * keeps the id, the others' follow from it.
     */
    static List<RecordTime> byDay(RecordTime whole, @Nullable LocalDate saidDay, String midnight) {
        var begin = whole.startAt();
        if (begin == null || saidDay != null) {
            return List.of(whole);
        }
        var zone = ZoneId.of(whole.target().zone());
        var entries = new ArrayList<RecordTime>();
        for (var part : new WorkedSpan(begin, whole.seconds()).parts(zone, midnight)) {
            entries.add(
                    entries.isEmpty()
                            ? partOf(whole, whole.timeEntryId(), "", part)
                            : next(whole, entries.size() + 1, part));
        }
        return List.copyOf(entries);
    }

    private static RecordTime next(RecordTime whole, int no, WorkedSpan.Part part) {
        var id = NameUuid.of(TimeEntryId.KIND, whole.timeEntryId().value(), "day " + no);
        return partOf(whole, TimeEntryId.of(id.toString()), "/" + no, part);
    }

    private static RecordTime partOf(RecordTime whole, TimeEntryId id, String suffix, WorkedSpan.Part part) {
        return new RecordTime(
                id,
                whole.source(),
                whole.sourceId() + suffix,
                whole.personId(),
                whole.target(),
                whole.workType(),
                part.startAt(),
                part.workDate(),
                part.seconds(),
                whole.timeClass(),
                whole.note(),
                whole.author());
    }

    /** The same under another key. */
    static RecordTime under(TimeEntryId id, RecordTime entry) {
        return new RecordTime(
                id,
                entry.source(),
                entry.sourceId(),
                entry.personId(),
                entry.target(),
                entry.workType(),
                entry.startAt(),
                entry.workDate(),
                entry.seconds(),
                entry.timeClass(),
                entry.note(),
                entry.author());
    }

    private static RuleViolated refused(String field, String reason, String remedy) {
        return new RuleViolated("G-02", field, reason, remedy);
    }

    private WorkedTimes() {}
}
