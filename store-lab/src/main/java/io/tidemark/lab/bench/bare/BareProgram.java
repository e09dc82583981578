package io.tidemark.lab.bench.bare;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;

/**
 * Arguments: port of its page, a directory for its table, the device's PKCS#12 file, the file that
 * holds its passphrase, the broker's port, the store and the device.
 */
public final class BareProgram {
    /** What it prints once it is connected, and its process's number. */
    public static final String READY = "ready";

    private BareProgram() {}

    public static void main(String... arguments) throws Exception {
        Connection table = table(Path.of(arguments[1]));
        ApplicationContext.builder()
                .properties(
                        Map.of(
                                "micronaut.server.host",
                                "127.0.0.1",
                                "micronaut.server.port",
                                Integer.parseInt(arguments[0]),
                                "micronaut.server.thread-selection",
                                "BLOCKING"))
                .singletons(new BareTable(table))
                .banner(false)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        SSLContext tls = tls(Path.of(arguments[2]), Files.readString(Path.of(arguments[3])));
        connect(tls, Integer.parseInt(arguments[4]), arguments[5], arguments[6]);
        System.out.println(READY + " " + ProcessHandle.current().pid());
        new CountDownLatch(1).await();
    }

    private static Connection table(Path directory) throws Exception {
        String file = directory.resolve("bare").toAbsolutePath().toString();
        Connection connection =
                DriverManager.getConnection(
                        "jdbc:h2:async:" + file + ";CIPHER=AES", "", "file user");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS sale (id IDENTITY PRIMARY KEY, told VARCHAR(1000))");
        }
        return connection;
    }

    /** Of the file only the key for TLS and the root: it holds others for other uses. */
    private static SSLContext tls(Path file, String passphrase) throws Exception {
        char[] secret = passphrase.strip().toCharArray();
        KeyStore kept = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            kept.load(content, secret);
        }
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("tls", kept.getKey("tls", secret), secret, kept.getCertificateChain("tls"));
        KeyStore root = KeyStore.getInstance("PKCS12");
        root.load(null, null);
        root.setCertificateEntry("root", kept.getCertificate("root"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, secret);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(root);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void connect(SSLContext tls, int port, String store, String device)
            throws Exception {
        MqttAsyncClient client =
                new MqttAsyncClient("ssl://127.0.0.1:" + port, device, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        // The gateway is known by a name that is no host's.
        options.setHttpsHostnameVerificationEnabled(false);
        options.setCleanStart(true);
        client.connect(options).waitForCompletion();
        client.subscribe("tidemark/v1/" + store + "/" + device + "/answer", 1).waitForCompletion();
    }
}
