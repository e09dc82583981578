package io.tidemark.fog.broker;

import java.nio.file.Path;

/**
 * HiveMQ's configuration. Every value differs from a default that would hurt; why is said beside
 * it.
 */
final class BrokerConfiguration {
    /** A batch of the largest allowed size and its packet's head. HiveMQ's default is 256 MB. */
    static final int PACKET_BYTES_MAX = 6 * 1024 * 1024;

    /**
     * A session outlives a short break of the network, not the working day. HiveMQ's default is 130
     * years.
     */
    static final int SESSION_EXPIRY_SECONDS_MAX = 60;

    /** Interceptors take one message per client at a time: more in flight gains nothing. */
    static final int RECEIVE_MAXIMUM = 4;

    /** A device that is silent for one and a half times this long is gone. */
    static final int KEEP_ALIVE_SECONDS_MAX = 30;

    /** Tills and handhelds of one store, twice over. */
    static final int CONNECTIONS_MAX = 512;

    private BrokerConfiguration() {}

    static String xml(BrokerSettings settings, BrokerKeys.Stores stores) {
        return """
        <?xml version="1.0" encoding="UTF-8" ?>
        <hivemq>
          <listeners>
            <tls-tcp-listener>
              <port>%d</port>
              <bind-address>%s</bind-address>
              <tls>
                <protocols><protocol>TLSv1.3</protocol></protocols>
                <keystore>
                  <path>%s</path>
                  <password>%s</password>
                  <private-key-password>%4$s</private-key-password>
                </keystore>
                <truststore><path>%s</path><password>%4$s</password></truststore>
                <client-authentication-mode>REQUIRED</client-authentication-mode>
              </tls>
            </tls-tcp-listener>
          </listeners>
        %s
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
          <persistence><mode>in-memory</mode></persistence>
        </hivemq>
        """
                .formatted(
                        settings.port(),
                        settings.bindAddress(),
                        escaped(stores.keys()),
                        stores.password(),
                        escaped(stores.trusted()),
                        limits());
    }

    private static String limits() {
        return """
        <mqtt>
          <packets><max-packet-size>%d</max-packet-size></packets>
          <session-expiry><max-interval>%d</max-interval></session-expiry>
          <message-expiry><max-interval>%2$d</max-interval></message-expiry>
          <receive-maximum><server-receive-maximum>%d</server-receive-maximum></receive-maximum>
          <keep-alive><max-keep-alive>%d</max-keep-alive><allow-unlimited>false</allow-unlimited></keep-alive>
          <quality-of-service><max-qos>1</max-qos></quality-of-service>
          <queued-messages><max-queue-size>100</max-queue-size></queued-messages>
          <retained-messages><enabled>false</enabled></retained-messages>
          <topic-alias><enabled>false</enabled></topic-alias>
          <wildcard-subscriptions><enabled>false</enabled></wildcard-subscriptions>
          <shared-subscriptions><enabled>false</enabled></shared-subscriptions>
          <subscription-identifier><enabled>false</enabled></subscription-identifier>
        </mqtt>
        <restrictions>
          <max-connections>%d</max-connections>
          <max-client-id-length>63</max-client-id-length>
          <max-topic-length>256</max-topic-length>
          <no-connect-idle-timeout>10000</no-connect-idle-timeout>
        </restrictions>
        <security><allow-empty-client-id><enabled>false</enabled></allow-empty-client-id></security>\
        """
                .formatted(
                        PACKET_BYTES_MAX,
                        SESSION_EXPIRY_SECONDS_MAX,
                        RECEIVE_MAXIMUM,
                        KEEP_ALIVE_SECONDS_MAX,
                        CONNECTIONS_MAX);
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }
}
