package io.fairlead.app.web;

import io.fairlead.view.Page;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Answers queries for controllers: waits for a position, adds entity tags and links to next pages. */
@Component
public class Reads {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final int LIMIT = 100;

    private final Views views;
    private final Streams streams;

    Reads(Views views, Streams streams) {
        this.views = views;
        this.streams = streams;
    }

    /**
     * Reads one thing. Its tag is told when the view has seen the thing's last event; its position always, so that a later
     * read of something else may ask to be no older: views of different streams are stored beside each other.
     */
    public <T> ResponseEntity<T> one(Object id, @Nullable Long atLeast, Supplier<Optional<T>> query) {
        await(atLeast);
        var reached = views.reached();
        var found = query.get().orElseThrow(() -> new Refused(Refusal.notFound(id.toString())));
        var last = streams.lastPosition(id.toString()); // After the query: what was found is not younger.
        var answer = ResponseEntity.ok();
        if (last > 0) {
            answer.header(Headers.POSITION, Long.toString(last));
            if (reached >= last) {
                answer.eTag(Long.toString(last));
            }
        }
        return answer.body(found);
    }

    /** Reads one page. */
    public <T> ResponseEntity<Listing<T>> page(
            @Nullable Integer limit, @Nullable Long atLeast, Function<Integer, Page<T>> query) {
        var page = read(limit, atLeast, query);
        return linked(page.next()).body(new Listing<>(page.items(), page.next()));
    }

    /** Reads one page of what one thing has; refuses when there is no such thing. */
    public <T> ResponseEntity<Listing<T>> pageOf(
            Object owner, @Nullable Integer limit, @Nullable Long atLeast, Function<Integer, Page<T>> query) {
        return page(limit, atLeast, size -> {
            var page = query.apply(size);
            if (page.items().isEmpty() && streams.lastPosition(owner.toString()) == 0) {
                throw new Refused(Refusal.notFound(owner.toString()));
            }
            return page;
        });
    }

    /** Reads one page as CSV. */
    public <T> ResponseEntity<String> csv(
            @Nullable Integer limit, @Nullable Long atLeast, Class<T> row, Function<Integer, Page<T>> query) {
        var page = read(limit == null ? Page.LIMIT_MAX : limit, atLeast, query);
        return linked(page.next())
                .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                .body(Csv.of(page.items(), row));
    }

    private <T> Page<T> read(@Nullable Integer limit, @Nullable Long atLeast, Function<Integer, Page<T>> query) {
        var size = limit == null ? LIMIT : limit;
        if (size < 1 || size > Page.LIMIT_MAX) {
            throw new Refused(new Refusal(
                    400, "PARAMETER_INVALID", "limit", size + " is out of range", "use 1 to " + Page.LIMIT_MAX));
        }
        await(atLeast);
        return query.apply(size);
    }

    private void await(@Nullable Long atLeast) {
        if (atLeast != null && !views.await(atLeast, PATIENCE)) {
            throw new Refused(Refusal.viewsBehind("at-least", views.reached(), atLeast, "ask again, or ask for less"));
        }
    }

    private static ResponseEntity.BodyBuilder linked(@Nullable String next) {
        var answer = ResponseEntity.ok();
        if (next != null) {
            var target = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", UriUtils.encode(next, "UTF-8"))
                    .build(true);
            var query = target.getQuery();
            answer.header("Link", "<" + target.getPath() + "?" + query + ">; rel=\"next\"");
        }
        return answer;
    }
}
