package io.fairlead.app.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the application does not listen elsewhere; found through META-INF/spring.factories. */
public final class NotLoopbackAnalyzer extends AbstractFailureAnalyzer<LoopbackOnly.NotLoopback> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LoopbackOnly.NotLoopback cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Start it again with FAIRLEAD_BIND=127.0.0.1.", cause);
    }
}
