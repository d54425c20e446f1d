package io.fairlead.app.verify;

import io.fairlead.access.Caller;
import io.fairlead.app.web.Nearest;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.operation.OperatorLog;
import io.fairlead.operation.RequestOperatorAction.Action;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proof on request: the invariants, recomputed now. */
@RestController
@RequestMapping("/v1/verification")
@Tag(name = "Audit")
public class VerificationApi {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationApi.class);

    private final Verification verification;
    private final OperatorLog operators;
    private final Semaphore running = new Semaphore(1);

    VerificationApi(Verification verification, OperatorLog operators) {
        this.verification = verification;
        this.operators = operators;
    }

    @GetMapping
    @Operation(
            summary = "Recomputes the invariants from log, views, topics and the ERP's ledger",
            description =
                    "Waits up to a minute until views, processes, topics and deliveries have caught up, then checks."
                            + " Takes seconds to minutes, by the size of the log; one at a time.")
    VerificationReport verify(
            HttpServletRequest request,
            @Parameter(description = "ids of checks, for example I1,I4; all when absent")
                    @RequestParam(required = false)
                    @Nullable
                    String checks) {
        var wanted = wanted(checks);
        if (!running.tryAcquire()) {
            throw new Refused(new Refusal(
                    409,
                    "VERIFICATION_RUNNING",
                    null,
                    "a verification is running already",
                    "ask again when it has answered"));
        }
        try {
            var report = verification.run(wanted);
            if (wanted.size() == Verification.IDS.size()) {
                note(request);
            }
            return report;
        } finally {
            running.release();
        }
    }

    /**
     * That a person had everything checked stands in the log, after the checks, which look at the log as it was. Not of a name
     * that nobody vouches for: local tools check all the time.
     */
    private void note(HttpServletRequest request) {
        Caller.of(request).filter(caller -> !caller.isLocal()).ifPresent(caller -> {
            try {
                operators.entry(caller.actor()).note(Action.VERIFICATION, null, null);
            } catch (RuntimeException unwritable) {
                LOG.warn("A verification could not be noted in the log; its report is told all the same", unwritable);
            }
        });
    }

    private static Set<String> wanted(@Nullable String checks) {
        if (checks == null || checks.isBlank()) {
            return Set.copyOf(Verification.IDS);
        }
        var wanted = new LinkedHashSet<>(Arrays.asList(checks.strip().split("\\s*,\\s*", -1)));
        for (var id : wanted) {
            if (!Verification.IDS.contains(id)) {
                throw new Refused(new Refusal(
                        400,
                        "PARAMETER_INVALID",
                        "checks",
                        "there is no check '" + (id.length() <= 20 ? id : id.substring(0, 20)) + "'",
                        Nearest.hint(id, Verification.IDS)));
            }
        }
        return wanted;
    }
}
