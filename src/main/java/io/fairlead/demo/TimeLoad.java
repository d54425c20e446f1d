package io.fairlead.demo;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.demo.SampleTime.Entry;
import io.fairlead.demo.SampleTime.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Enters, submits and approves the sample firm's time in batches. */
final class TimeLoad {

    private static final int BATCH = 500;
    private static final int ATTEMPTS = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final StoryClient steps;
    private final SampleFirm firm;
    private final SampleTime time;

    TimeLoad(StoryClient steps, SampleFirm firm, SampleTime time) {
        this.steps = steps;
        this.firm = firm;
        this.time = time;
    }

    void run(LongConsumer progress) {
        var done = new AtomicLong();
        var chunks = new ArrayList<Callable<Object>>();
        for (var person : firm.people()) {
            for (var from = 0; from < time.count(person); from += BATCH) {
                var begin = from;
                var end = Math.min(time.count(person), from + BATCH);
                chunks.add(() -> {
                    chunk(person, begin, end);
                    progress.accept(done.addAndGet(end - begin));
                    return end;
                });
            }
        }
        steps.together(chunks);
    }

    private void chunk(Consultant person, int from, int to) {
        var name = person.code() + "/" + from;
        var entries = time.entries(person, from, to);
        send(
                person.code(),
                "/v1/time-entries/batch",
                "offer/" + name,
                "items",
                entries.stream().map(TimeLoad::body).toList());
        var accepted = ids(
                entries.stream().filter(entry -> entry.fate() == Fate.APPROVED).toList());
        if (!accepted.isEmpty()) {
            send(person.approver(), "/v1/time-entries/approvals", "approve/" + name, "ids", accepted);
        }
    }

    static Object body(Entry entry) {
        return RequestFields.of(
                "id", entry.id(),
                "source", "sample",
                "sourceId", entry.id(),
                "person", entry.person().code(),
                "project", entry.engagement().key(),
                "task", entry.task(),
                "workDate", entry.day().toString(),
                "seconds", entry.seconds(),
                "note", entry.note(),
                "submit", entry.fate() != Fate.RECORDED);
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    /** A batch tells what became of each item; what was refused for the moment is sent again under the same key. */
    private void send(String actor, String path, String key, String name, List<?> items) {
        var refused = "";
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer =
                    steps.send(actor, path, key, RequestFields.of(name, items)).body();
            if (answer.path("refused").asInt(0) == 0) {
                return;
            }
            refused = firstRefusal(answer);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new CommandFailed(ExitCode.FAILED, "%s refused part of a batch: %s".formatted(path, refused));
    }

    private static String firstRefusal(JsonNode answer) {
        for (var item : answer.path("items")) {
            if (item.path("status").asString("").equals("refused")) {
                return "%d of %d, the first %s: %s %s"
                        .formatted(
                                answer.path("refused").asInt(0),
                                answer.path("items").size(),
                                item.path("id").asString(""),
                                item.path("code").asString(""),
                                item.path("reason").asString(""));
            }
        }
        return "";
    }
}
