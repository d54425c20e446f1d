package io.fairlead.app.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the application does not open the store; found through META-INF/spring.factories. */
public final class StoreUnreadableAnalyzer extends AbstractFailureAnalyzer<StoreUnreadable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnreadable cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Start the build that wrote these events, or a later one that reads them; nothing in the store has to be mended.",
                cause);
    }
}
