package io.fairlead.app.schemas;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored events against their contracts, on request. */
@RestController
@RequestMapping("/v1/schemas/verification")
@Tag(name = "Audit")
public class ContractVerificationApi {

    private final ContractVerification verification;
    private final Semaphore running = new Semaphore(1);
    private volatile LongAdder passed = new LongAdder();

    ContractVerificationApi(ContractVerification verification) {
        this.verification = verification;
    }

    /**
     * How far the check is.
     *
     * @param running whether one runs on this node
     * @param passed positions passed; 0 when none runs
     * @param head position of the last event in the log
     */
    @Schema(name = "ContractProgress")
    public record Progress(boolean running, long passed, long head) {}

    @GetMapping
    @Operation(
            summary = "Checks every stored event against its contract of today",
            description = "Reads the log with today's classes and checks codes, ranges, references and units. Findings"
                    + " are grouped by event, path and rule; no value is told. Takes seconds to minutes, by the size"
                    + " of the log; one at a time.")
    ContractReport verify(
            @Parameter(description = "first position; 1 when absent") @RequestParam(defaultValue = "1") long from,
            @Parameter(description = "last position; the head of the log when absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long to,
            @Parameter(description = "only these events, by full or simple name, for example TimeApproved")
                    @RequestParam(required = false)
                    @Nullable
                    String event) {
        var wanted = wanted(from, to, event);
        if (!running.tryAcquire()) {
            throw new Refused(new Refusal(
                    409,
                    "VERIFICATION_RUNNING",
                    null,
                    "stored events are being checked already",
                    "ask again when it has answered"));
        }
        try {
            passed = new LongAdder();
            return known(verification.run(wanted, passed));
        } finally {
            passed = new LongAdder();
            running.release();
        }
    }

    @GetMapping("/progress")
    @Operation(summary = "How far the check of stored events is on this node")
    Progress progress() {
        return new Progress(running.availablePermits() == 0, passed.sum(), verification.head());
    }

    private static ContractVerification.Wanted wanted(long from, @Nullable Long to, @Nullable String event) {
        if (from < 1) {
            throw invalid("from", "positions begin with 1", "give 1 or more");
        }
        if (to != null && to < from) {
            throw invalid("to", "the last position stands before the first", "give " + from + " or more");
        }
        if (event != null && !event.matches("[A-Za-z][A-Za-z0-9.]*")) {
            throw invalid("event", "this is no name of an event", "write it like TimeApproved");
        }
        return new ContractVerification.Wanted(from, to == null ? Long.MAX_VALUE : to, event);
    }

    /** A mistyped name must not look like a clean log. */
    private static ContractReport known(ContractReport report) {
        if (report.event() != null && report.examined() == 0) {
            throw new Refused(new Refusal(
                    404,
                    "NOT_FOUND",
                    "event",
                    "there is no such event in this part of the log",
                    "check the name, it is written like TimeApproved; leave it out to check all"));
        }
        return report;
    }

    private static Refused invalid(String parameter, String reason, String remedy) {
        return new Refused(new Refusal(400, "PARAMETER_INVALID", parameter, reason, remedy));
    }
}
