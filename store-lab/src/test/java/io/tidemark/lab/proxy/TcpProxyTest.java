package io.tidemark.lab.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private final TcpProxy proxy = TcpProxy.listening();
    private ServerSocket echo;

    @BeforeEach
    void echo() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy.passTo(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void bytes_pass_both_ways_and_are_counted() throws IOException {
        try (Socket caller = connected()) {
            caller.getOutputStream().write("hello".getBytes(UTF_8));

            assertThat(caller.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes(UTF_8));
            assertThat(proxy.bytesUp()).isEqualTo(5);
        }
    }

    @Test
    void a_cut_resets_what_is_connected_and_whoever_calls() throws IOException {
        try (Socket before = connected()) {
            before.getOutputStream().write(1);
            assertThat(before.getInputStream().read()).isEqualTo(1);

            proxy.cut();

            assertThat(answers(before)).isFalse();
            assertThat(answers(connected())).isFalse();
            await().untilAsserted(() -> assertThat(proxy.refused()).isPositive());
        }
    }

    @Test
    void after_a_cut_new_connections_pass_again() throws IOException {
        proxy.cut();
        proxy.restore();

        assertThat(answers(connected())).isTrue();
    }

    @Test
    void nobody_behind_it_is_a_refused_connection() throws IOException {
        try (Socket deaf = new Socket()) {
            // Bound and not listening: a listener that is being closed may still take one more.
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            proxy.passTo(deaf.getLocalPort());

            assertThat(answers(connected())).isFalse();
            await().untilAsserted(() -> assertThat(proxy.refused()).isEqualTo(1));
        }
    }

    @Test
    void a_mute_way_carries_up_and_holds_what_comes_down() throws IOException {
        try (Socket caller = connected()) {
            proxy.mute();
            caller.getOutputStream().write(7);
            await().untilAsserted(() -> assertThat(proxy.bytesUp()).isEqualTo(1));
            caller.setSoTimeout(100);
            assertThatThrownBy(() -> caller.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);

            proxy.restore();

            caller.setSoTimeout(5_000);
            assertThat(caller.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void what_was_held_back_is_lost_when_the_way_is_cut() throws IOException {
        try (Socket caller = connected()) {
            proxy.mute();
            caller.getOutputStream().write(7);
            await().untilAsserted(() -> assertThat(proxy.bytesUp()).isEqualTo(1));

            proxy.cut();
            proxy.restore();

            assertThat(answers(caller)).isFalse();
        }
    }

    @Test
    void a_half_open_way_holds_both_directions_and_tells_nobody() throws IOException {
        try (Socket caller = connected()) {
            proxy.halfOpen();
            caller.getOutputStream().write(7);
            await().untilAsserted(() -> assertThat(proxy.heldUp()).isEqualTo(1));

            proxy.restore();

            assertThat(caller.getInputStream().read()).isEqualTo(7);
            assertThat(proxy.heldUp()).isZero();
        }
    }

    @Test
    void a_slow_way_takes_its_time_in_each_direction() throws IOException {
        try (Socket caller = connected()) {
            proxy.slow(Duration.ofMillis(60), Duration.ofMillis(40));

            long began = System.nanoTime();
            caller.getOutputStream().write(7);
            assertThat(caller.getInputStream().read()).isEqualTo(7);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void a_connection_breaks_in_the_middle_of_what_is_sent_and_the_next_one_passes()
            throws IOException {
        try (Socket caller = connected()) {
            proxy.breakAfter(3);

            caller.getOutputStream().write("hello".getBytes(UTF_8));

            await().untilAsserted(() -> assertThat(proxy.broken()).isEqualTo(1));
            assertThat(proxy.bytesUp()).isEqualTo(3);
            assertThat(answers(connected())).isTrue();
        }
    }

    @Test
    void what_an_abandoned_caller_had_sent_arrives_late() throws IOException {
        try (Socket caller = connected()) {
            proxy.halfOpen();
            caller.getOutputStream().write(7);
            await().untilAsserted(() -> assertThat(proxy.heldUp()).isEqualTo(1));

            proxy.abandonCallers();
            assertThatThrownBy(() -> caller.getInputStream().read())
                    .isInstanceOf(SocketException.class);
            assertThat(proxy.bytesUp()).isZero();
            proxy.restore();

            await().untilAsserted(() -> assertThat(proxy.bytesUp()).isEqualTo(1));
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    /** Whether a byte comes back. */
    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream().write(1);
            return socket.getInputStream().read() >= 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> returnEverything(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Until the connection ends, which is what some of these tests are about. */
    private static void returnEverything(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException reset) {
            return;
        }
    }
}
