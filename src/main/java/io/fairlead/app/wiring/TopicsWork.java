package io.fairlead.app.wiring;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.gateway.topics.TopicPublisher;
import java.util.Optional;

/**
 * The publisher on the node that has claimed it; its transactional id fences a former one at the broker.
 *
 * @param publisher of this node
 */
record TopicsWork(TopicPublisher publisher) implements LeasedWork {

    @Override
    public void start(Lease tenure) {
        publisher.start();
    }

    @Override
    public void stop() {
        publisher.close();
    }

    @Override
    public long position() {
        return publisher.state().position();
    }

    @Override
    public Optional<WaitReason> waiting() {
        return Optional.ofNullable(publisher.waitsFor())
                .map(wait -> new WaitReason(wait.topic(), wait.reason(), wait.remedy(), null));
    }
}
