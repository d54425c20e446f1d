package io.fairlead.launch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what on our own broker, told to it at each start, before anybody is told that it serves: only Fairlead writes
 * {@code fairlead.*}, readers and service accounts read it. What else stands in the broker's log, from a time when it asked
 * nobody, is taken out.
 */
final class KafkaRights implements ServiceAccounts.Server {

    private static final int ITERATIONS = 4_096; // Kafka takes no fewer; our passwords would need none.
    private static final String TO_READ = "READ DESCRIBE DESCRIBE_CONFIGS";
    private static final String OF_GROUPS = "READ DESCRIBE DELETE";
    private static final List<KafkaLogin> USERS = List.of(KafkaLogin.APPLICATION, KafkaLogin.READER);

    private final DataFolder data;

    KafkaRights(DataFolder data) {
        this.data = data;
    }

    /** Makes users and rights what they have to be. */
    void tell(String address) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(KafkaLogin.BROKER.settings(data, address))) {
            var wanted = wanted();
            var users = admin.describeUserScramCredentials().all();
            var there = admin.describeAcls(AclBindingFilter.ANY).values();
            var changes = new ArrayList<UserScramCredentialAlteration>();
            for (var user : users.get().values()) {
                for (var credential : user.credentialInfos()) {
                    if (!isOurs(user.name(), credential)) {
                        changes.add(new UserScramCredentialDeletion(user.name(), credential.mechanism()));
                    }
                }
            }
            for (var login : USERS) {
                changes.add(new UserScramCredentialUpsertion(
                        login.user(data),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS),
                        new Secrets(data).read(login.passwordFile())));
            }
            var changed = admin.alterUserScramCredentials(changes).all();
            var foreign = new HashSet<>(there.get());
            foreign.removeAll(wanted);
            admin.deleteAcls(foreign.stream().map(AclBinding::toFilter).toList())
                    .all()
                    .get();
            admin.createAcls(wanted).all().get();
            changed.get();
        }
    }

    /** At once, while the broker runs; its sessions of before go on, and may do what they may until they end. */
    @Override
    public String let(ServiceAccount account, String password) {
        change(admin -> {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            account.user(),
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS),
                            password)))
                    .all()
                    .get();
            admin.createAcls(wantedOf(account)).all().get();
        });
        return KafkaLogin.READER.settingsOf(account.user(), password);
    }

    /** Its sessions may do nothing from now on. */
    @Override
    public void remove(ServiceAccount account) {
        change(admin -> {
            admin.deleteAcls(
                            wantedOf(account).stream().map(AclBinding::toFilter).toList())
                    .all()
                    .get();
            var there = admin.describeUserScramCredentials().all().get();
            if (there.containsKey(account.user())) {
                admin.alterUserScramCredentials(
                                List.of(new UserScramCredentialDeletion(account.user(), ScramMechanism.SCRAM_SHA_256)))
                        .all()
                        .get();
            }
        });
    }

    private interface Change {
        void on(Admin admin) throws InterruptedException, ExecutionException;
    }

    private void change(Change change) {
        var address = "127.0.0.1:"
                + new Ports(data, Map.of()).remembered(Part.KAFKA.id()).orElse(0);
        try (var admin = Admin.create(KafkaLogin.BROKER.settings(data, address))) {
            change.on(admin);
        } catch (ExecutionException e) {
            throw new LaunchFailed("Kafka did not change the account (%s)".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", e);
        }
    }

    private boolean isOurs(String user, ScramCredentialInfo credential) {
        return credential.mechanism() == ScramMechanism.SCRAM_SHA_256
                && (USERS.stream().anyMatch(login -> login.user(data).equals(user))
                        || accounts().anyMatch(account -> account.user().equals(user)));
    }

    private Stream<ServiceAccount> accounts() {
        return new ServiceAccounts(data, InstantSource.system())
                .list().stream().filter(account -> account.kind() == ServiceAccount.Kind.TOPICS);
    }

    private static Set<AclBinding> wantedOf(ServiceAccount account) {
        var all = new HashSet<AclBinding>();
        allow(all, account.user(), ResourceType.TOPIC, "fairlead.", PatternType.PREFIXED, TO_READ);
        // Groups of its own: it ends nobody else's.
        allow(all, account.user(), ResourceType.GROUP, account.name() + ".", PatternType.PREFIXED, OF_GROUPS);
        return all;
    }

    private Set<AclBinding> wanted() {
        var application = KafkaLogin.APPLICATION.user(data);
        var reader = KafkaLogin.READER.user(data);
        var all = new HashSet<AclBinding>();
        allow(all, application, ResourceType.TOPIC, "fairlead.", PatternType.PREFIXED, "READ WRITE CREATE DESCRIBE");
        allow(all, application, ResourceType.TRANSACTIONAL_ID, "fairlead-", PatternType.PREFIXED, "WRITE DESCRIBE");
        allow(all, reader, ResourceType.TOPIC, "fairlead.", PatternType.PREFIXED, TO_READ);
        allow(all, reader, ResourceType.GROUP, "*", PatternType.LITERAL, OF_GROUPS);
        accounts().forEach(account -> all.addAll(wantedOf(account)));
        return all;
    }

    private static void allow(
            Set<AclBinding> all, String user, ResourceType type, String name, PatternType pattern, String operations) {
        Stream.of(operations.split(" "))
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(
                                "User:" + user, "*", AclOperation.valueOf(operation), AclPermissionType.ALLOW)))
                .forEach(all::add);
    }
}
