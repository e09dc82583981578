package io.tidemark.authority;

import io.tidemark.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The settings file of one node. Not signed: it says where things are, not who anyone is. */
final class NodeYaml {
    private static final String NOTE =
            "# Where this node listens and finds others. It may be changed while the node is stopped.\n";

    private NodeYaml() {}

    static String headOffice(OrganisationSpec organisation) {
        Map<String, Object> settings =
                settings(Role.HEAD_OFFICE, organisation.headOfficeHttpPort());
        settings.put("tlsPort", organisation.headOfficeTlsPort());
        return text(settings);
    }

    static String gateway(StoreSpec store) {
        StoreSpec.Gateway gateway = store.gateway();
        Map<String, Object> settings = settings(Role.GATEWAY, gateway.httpPort());
        putProfile(settings, gateway.profile());
        settings.put("mqttPort", gateway.mqttPort());
        putPeer(
                settings,
                "headOffice",
                store.headOffice().host(),
                Map.of("tlsPort", store.headOffice().port()));
        return text(settings);
    }

    static String device(StoreSpec store, StoreSpec.Device device) {
        Map<String, Object> settings = settings(device.role(), device.httpPort());
        putProfile(settings, device.profile());
        putPeer(
                settings,
                "gateway",
                store.gateway().host(),
                Map.of("mqttPort", store.gateway().mqttPort()));
        return text(settings);
    }

    private static Map<String, Object> settings(Role role, int httpPort) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("role", role.label());
        settings.put("httpPort", httpPort);
        return settings;
    }

    private static void putProfile(Map<String, Object> settings, Optional<String> profile) {
        profile.ifPresent(name -> settings.put("profile", name));
    }

    /** A peer whose port is not known yet is left out; a laboratory writes it when it is. */
    private static void putPeer(
            Map<String, Object> settings, String name, String host, Map<String, Integer> port) {
        if (port.containsValue(0)) return;
        Map<String, Object> peer = new LinkedHashMap<>();
        peer.put("host", host);
        peer.putAll(port);
        settings.put(name, peer);
    }

    private static String text(Map<String, Object> settings) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return NOTE + new Yaml(options).dump(settings);
    }
}
