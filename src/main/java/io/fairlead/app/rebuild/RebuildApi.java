package io.fairlead.app.rebuild;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Nearest;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.operation.OperatorLog;
import io.fairlead.operation.RequestOperatorAction.Action;
import io.fairlead.projection.RebuildRefused;
import io.fairlead.projection.RebuildRequest;
import io.fairlead.projection.RebuildRequest.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding of views from the log, for operators and auditors. */
@RestController
@RequestMapping("/v1/rebuilds")
@Tag(name = "Audit")
public class RebuildApi {

    private final Rebuilds rebuilds;
    private final OperatorLog operators;

    RebuildApi(Rebuilds rebuilds, OperatorLog operators) {
        this.rebuilds = rebuilds;
        this.operators = operators;
    }

    /** What to rebuild. */
    public record NewRebuild(
            @Schema(description = "view, for example unbilled; all when absent") @Nullable
            String view,

            @Schema(description = "compare old and new rows before the switch; false when absent") @Nullable
            Boolean compare,

            @Schema(description = "only compare, change nothing; false when absent") @Nullable
            Boolean dryRun,

            @Schema(description = "return to the former generation; false when absent") @Nullable
            Boolean rollback) {}

    @PostMapping
    @Operation(
            summary = "Makes a view, or all, anew from the log",
            description = "Goes on by itself beside the serving rows, also after a restart; one at a time. Location"
                    + " names where it is told how it stands.")
    ResponseEntity<RebuildState> rebuild(Call call, @RequestBody NewRebuild wanted) {
        var view = wanted.view() == null ? RebuildRequest.ALL : wanted.view();
        if (!view.equals(RebuildRequest.ALL) && !Rebuilds.names().contains(view)) {
            throw new Refused(new Refusal(
                    422,
                    "VIEW_UNKNOWN",
                    "view",
                    "there is no such view",
                    Nearest.hint(view, Rebuilds.names()) + ", or all"));
        }
        var entry = operators.entry(call);
        try {
            var state =
                    rebuilds.start(call.keyOr(null, "rebuild"), view, kind(wanted), is(wanted.compare()), call.actor());
            // After it is known to be possible; whoever sends it again because this failed begins no second one.
            entry.note(action(wanted), view, null);
            return ResponseEntity.accepted()
                    .location(URI.create("/v1/rebuilds/" + state.id()))
                    .body(state);
        } catch (RebuildRefused refused) {
            throw new Refused(RebuildRefusals.of(refused));
        }
    }

    @GetMapping
    @Operation(summary = "The last 100 rebuilds, the latest first")
    Listing<RebuildState> list() {
        return new Listing<>(rebuilds.list(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a rebuild stands: done, rate, time left, and what it found")
    RebuildState rebuild(@PathVariable String id) {
        return rebuilds.find(id)
                .orElseThrow(() -> new Refused(new Refusal(
                        404, "NOT_FOUND", "id", "there is no rebuild " + id, "use the Location of the answer")));
    }

    private static Kind kind(NewRebuild wanted) {
        if (is(wanted.dryRun()) && is(wanted.rollback())) {
            throw new Refused(new Refusal(
                    422, "REBUILD_KIND", "rollback", "a dry run returns to nothing", "give dryRun or rollback"));
        }
        return is(wanted.dryRun()) ? Kind.DRY_RUN : is(wanted.rollback()) ? Kind.ROLLBACK : Kind.BUILD;
    }

    private static Action action(NewRebuild wanted) {
        return switch (kind(wanted)) {
            case BUILD -> Action.REBUILD;
            case DRY_RUN -> Action.REBUILD_COMPARISON;
            case ROLLBACK -> Action.REBUILD_ROLLBACK;
        };
    }

    private static boolean is(@Nullable Boolean wish) {
        return Boolean.TRUE.equals(wish);
    }
}
