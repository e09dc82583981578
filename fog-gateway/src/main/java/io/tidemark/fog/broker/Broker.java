package io.tidemark.fog.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.client.parameter.Listener;
import io.tidemark.ledger.NodeName;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HiveMQ CE, embedded: TLS 1.3 and client certificates only, nothing on disk, nothing delivered
 * between devices.
 */
public final class Broker implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    private final EmbeddedHiveMQ hive;
    private final BrokerFiles files;
    private final DoorExtension.Guard guard;

    private Broker(EmbeddedHiveMQ hive, BrokerFiles files, DoorExtension.Guard guard) {
        this.hive = hive;
        this.files = files;
        this.guard = guard;
    }

    /**
     * Starts the broker and returns once it listens.
     *
     * @throws BindException if the port is taken
     * @throws IOException if HiveMQ does not start, or its files cannot be written
     */
    public static Broker open(
            BrokerSettings settings, BrokerKeys keys, Doorkeeper doorkeeper, Arrivals arrivals)
            throws IOException {
        return open(settings, keys, new DoorExtension(doorkeeper, arrivals, settings.patience()));
    }

    static Broker open(BrokerSettings settings, BrokerKeys keys, DoorExtension door)
            throws IOException {
        refuseTakenPort(settings);
        // Nothing is on disk to be flushed in these two seconds, which every stop would wait.
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(0);
        BrokerFiles files = BrokerFiles.write(settings, keys);
        return started(embedded(files, door), files, door);
    }

    /** The port it listens at. */
    public int port() {
        return guard.admin().getServerInformation().getListener().stream()
                .mapToInt(Listener::getPort)
                .findFirst()
                .orElseThrow();
    }

    /** Tells a device something it has not asked for. Lost if it is not there. */
    public void tell(NodeName device, Dealt.Reply news) {
        guard.outbox().tell(device, news);
    }

    @Override
    public void close() throws IOException {
        try {
            hive.stop().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
            hive.close();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker did not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            files.close();
        }
    }

    private static EmbeddedHiveMQ embedded(BrokerFiles files, DoorExtension door) {
        EmbeddedExtension extension =
                EmbeddedExtension.builder()
                        .withId("tidemark-door")
                        .withName("Tidemark door")
                        .withVersion("1")
                        .withAuthor("Tidemark")
                        .withPriority(1000)
                        .withStartPriority(1000)
                        .withExtensionMain(door)
                        .build();
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(files.configuration())
                .withDataFolder(files.data())
                .withExtensionsFolder(files.extensions())
                .withEmbeddedExtension(extension)
                .withoutLoggingBootstrap()
                .build();
    }

    private static Broker started(EmbeddedHiveMQ hive, BrokerFiles files, DoorExtension door)
            throws IOException {
        boolean up = false;
        try {
            hive.start().get(START_MAX.toSeconds(), TimeUnit.SECONDS);
            DoorExtension.Guard guard = door.guarding().getNow(null);
            if (guard == null)
                throw new IOException(
                        "the broker's security extension did not start; without it anyone could connect");
            files.removeSecrets();
            up = true;
            return new Broker(hive, files, guard);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the broker started", e);
        } finally {
            if (!up) giveUp(hive, files);
        }
    }

    private static void giveUp(EmbeddedHiveMQ hive, BrokerFiles files) throws IOException {
        var _ = hive.stop();
        files.close();
    }

    /** HiveMQ says only that it could not start; the person should read which port is in use. */
    private static void refuseTakenPort(BrokerSettings settings) throws IOException {
        if (settings.port() == 0) return;
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.bindAddress(), settings.port()));
        } catch (BindException e) {
            throw new CannotRun(
                    ExitCode.PORT_IN_USE,
                    "port "
                            + settings.port()
                            + " (mqttPort) is in use: stop the program that holds it, or set"
                            + " another mqttPort in node.yaml",
                    e);
        }
    }
}
