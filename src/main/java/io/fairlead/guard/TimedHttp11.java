package io.fairlead.guard;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with a total time for what a client sends. Tomcat itself counts the time between two bytes only, so that
 * whoever sends one now and then holds a connection for ever. Cuts headers that are not complete after {@link #HEADER_MAX},
 * bodies by {@link BodyTime}, and the rest of a refused body that nobody wants any more after {@link #REST_MAX}.
 */
public final class TimedHttp11 extends Http11NioProtocol {

    /** From a request's first byte to the end of its headers. */
    static final Duration HEADER_MAX = Duration.ofSeconds(20);

    /** For what is left of a body after the answer. */
    static final Duration REST_MAX = Duration.ofSeconds(5);

    /** Between two bytes of a body. */
    static final Duration STILL_MAX = Duration.ofSeconds(10);

    private static final Duration STEP = Duration.ofMillis(500);

    private final Set<Timed> processors = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile @Nullable Thread watch;

    public TimedHttp11() {
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout((int) STILL_MAX.toMillis());
    }

    @Override
    protected Processor createProcessor() {
        var processor = new Timed(this, getAdapter());
        processors.add(processor);
        return processor;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = Thread.ofPlatform().daemon().name("fairlead-connections").start(this::watch);
    }

    @Override
    public void stop() throws Exception {
        var watching = watch;
        if (watching != null) {
            watching.interrupt();
        }
        super.stop();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(STEP);
                long now = System.nanoTime();
                for (var processor : all()) {
                    processor.cutWhenLate(now);
                }
            }
        } catch (InterruptedException _) {
            // The server stops.
        }
    }

    private List<Timed> all() {
        synchronized (processors) {
            return List.copyOf(processors);
        }
    }

    /** One connection's processor; the two fields belong to the watching thread. */
    private static final class Timed extends Http11Processor {

        private long restOf;
        private long restSince;

        Timed(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        void cutWhenLate(long now) {
            var socket = getSocketWrapper();
            if (socket == null) {
                return;
            }
            int stage = request.getRequestProcessor().getStage();
            long begin = request.getStartTimeNanos(); // After the stage: at worst that of the next request.
            boolean isLate =
                    switch (stage) {
                        case Constants.STAGE_NEW,
                                Constants.STAGE_PARSE,
                                Constants.STAGE_PREPARE,
                                Constants.STAGE_KEEPALIVE,
                                // So it is called between two pieces of a head too; a request that ended has no begin.
                                Constants.STAGE_ENDED -> !isAsync() && begin >= 0 && now - begin > HEADER_MAX.toNanos();
                        case Constants.STAGE_SERVICE ->
                            BodyTime.isAnyUnderWay()
                                    && BodyTime.isToBeCut(
                                            socket.getServletConnection("http/1.1", "")
                                                    .getConnectionId(),
                                            now);
                        case Constants.STAGE_ENDINPUT -> isRestLate(begin, now);
                        default -> false;
                    };
            if (isLate) {
                socket.close();
            }
        }

        private boolean isRestLate(long begin, long now) {
            if (restOf != begin) {
                restOf = begin;
                restSince = now;
            }
            return now - restSince > REST_MAX.toNanos();
        }
    }
}
