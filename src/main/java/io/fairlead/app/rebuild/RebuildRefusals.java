package io.fairlead.app.rebuild;

import io.fairlead.app.web.Refusal;
import io.fairlead.projection.RebuildRefused;

/** Why a rebuild does not begin, as the API tells it. */
final class RebuildRefusals {

    static Refusal of(RebuildRefused refused) {
        var reason = String.valueOf(refused.getMessage());
        return switch (refused.code()) {
            case "IDEMPOTENCY_KEY_REUSED" ->
                new Refusal(422, refused.code(), "Idempotency-Key", reason, refused.remedy());
            case "REBUILD_NO_FORMER" -> new Refusal(409, refused.code(), "rollback", reason, refused.remedy());
            default -> new Refusal(409, refused.code(), "view", reason, refused.remedy());
        };
    }

    private RebuildRefusals() {}
}
