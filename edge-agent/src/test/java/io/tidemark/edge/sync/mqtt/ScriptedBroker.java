package io.tidemark.edge.sync.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Just enough of an MQTT 5 broker to misbehave as a real one would on a bad day: it may stay
 * silent, refuse publishes with a reason code, say things of its own, and go away. TLS is real.
 */
final class ScriptedBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;
    private static final long END_MILLIS_MAX = 5_000;

    /** What clients sent, in their order. */
    final BlockingQueue<Packet> received = new LinkedBlockingQueue<>();

    final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    volatile boolean silent;
    volatile int publishReason;
    volatile boolean acknowledging = true;

    /** The user property {@code answer} of each PUBACK, unless it is empty. */
    volatile String answerOnAck = "";

    /**
     * How many publishes a client may have unacknowledged, as told at its connect; 0 says nothing.
     */
    volatile int receiveMaximum;

    private final SSLServerSocket server;
    private final Thread serving;
    private volatile @Nullable SSLSocket client;

    /**
     * @param quality of a PUBLISH: 0 at most once, 1 at least once (MQTT 5 §3.3.1.2)
     * @param topic of a PUBLISH, else empty
     */
    record Packet(int type, int quality, String topic, byte[] body) {
        boolean isConnect() {
            return type == CONNECT;
        }

        boolean isSubscribe() {
            return type == SUBSCRIBE;
        }

        boolean isPublish() {
            return type == PUBLISH;
        }

        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    ScriptedBroker(SSLContext tls) {
        try {
            server =
                    (SSLServerSocket)
                            tls.getServerSocketFactory()
                                    .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
            server.setNeedClientAuth(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serving = Thread.ofVirtual().name("scripted-broker").start(this::serve);
    }

    PahoUplink.Address address() {
        return new PahoUplink.Address("127.0.0.1", server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                client = socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (true) answer(next(in), socket.getOutputStream());
            } catch (IOException gone) {
                // The client went away or was not let in: wait for the next.
                client = null;
            }
        }
    }

    private static Packet next(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7f) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        byte[] body = new byte[length];
        in.readFully(body);
        int type = first >> 4;
        return new Packet(type, first >> 1 & 3, type == PUBLISH ? topic(body) : "", body);
    }

    private static String topic(byte[] publish) {
        int length = ByteBuffer.wrap(publish).getShort();
        return new String(publish, 2, length, StandardCharsets.UTF_8);
    }

    private void answer(Packet packet, OutputStream out) throws IOException {
        if (packet.type() == PUBACK)
            acknowledged.add((int) ByteBuffer.wrap(packet.body()).getShort());
        received.add(packet);
        if (silent) return;
        switch (packet.type()) {
            case CONNECT -> out.write(connack());
            case SUBSCRIBE ->
                    out.write(
                            new byte[] {
                                (byte) 0x90, 5, packet.body()[0], packet.body()[1], 0, 1, 1
                            });
            case PUBLISH -> {
                if (acknowledging && packet.quality() > 0) out.write(puback(packet));
            }
            case PINGREQ -> out.write(new byte[] {(byte) 0xd0, 0});
            default -> {}
        }
        out.flush();
    }

    /** MQTT 5 §3.2; 0x21 is the property Receive Maximum. */
    private byte[] connack() {
        return receiveMaximum == 0
                ? new byte[] {0x20, 3, 0, 0, 0}
                : new byte[] {0x20, 6, 0, 0, 3, 0x21, 0, (byte) receiveMaximum};
    }

    private byte[] puback(Packet publish) {
        int at = 2 + publish.topic().getBytes(StandardCharsets.UTF_8).length;
        byte[] acked = {publish.body()[at], publish.body()[at + 1], (byte) publishReason};
        byte[] properties = properties();
        return ByteBuffer.allocate(2 + acked.length + properties.length)
                .put((byte) 0x40)
                .put((byte) (acked.length + properties.length))
                .put(acked)
                .put(properties)
                .array();
    }

    /** MQTT 5 §2.2.2; 0x26 is a User Property. */
    private byte[] properties() {
        if (answerOnAck.isEmpty()) return new byte[0];
        byte[] name = "answer".getBytes(StandardCharsets.UTF_8);
        byte[] value = answerOnAck.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(6 + name.length + value.length)
                .put((byte) (5 + name.length + value.length))
                .put((byte) 0x26)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    /** Says something to the client, at least once. */
    void publish(String topic, int id, byte[] payload) throws IOException {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x32);
        packet.write(2 + name.length + 2 + 1 + payload.length);
        packet.writeBytes(new byte[] {0, (byte) name.length});
        packet.writeBytes(name);
        packet.writeBytes(new byte[] {0, (byte) id, 0});
        packet.writeBytes(payload);
        SSLSocket socket = client;
        if (socket == null) throw new IOException("no client");
        socket.getOutputStream().write(packet.toByteArray());
    }

    void cut() throws IOException {
        SSLSocket socket = client;
        if (socket != null) socket.close();
    }

    @Override
    public void close() {
        try {
            server.close();
            cut();
            // Whoever is still in accept() lets one more in.
            serving.join(END_MILLIS_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
