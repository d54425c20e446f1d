package io.fairlead.app.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the application does not start, instead of a stack; found through META-INF/spring.factories. */
public final class StartImpossibleAnalyzer extends AbstractFailureAnalyzer<StartImpossible> {

    /** What is printed. */
    public static FailureAnalysis of(StartImpossible reason) {
        return new FailureAnalysis(String.valueOf(reason.getMessage()), reason.remedy(), reason);
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, StartImpossible cause) {
        return of(cause);
    }
}
