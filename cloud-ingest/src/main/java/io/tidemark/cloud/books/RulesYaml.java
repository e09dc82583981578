package io.tidemark.cloud.books;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A rules file as YAML has it, and in which line each part of it begins. */
final class RulesYaml {
    private final Map<?, ?> root;
    private final IdentityHashMap<Object, Integer> lines;

    private RulesYaml(Map<?, ?> root, IdentityHashMap<Object, Integer> lines) {
        this.root = root;
        this.lines = lines;
    }

    /**
     * @throws BadRules if it is not YAML, or no map
     */
    static RulesYaml read(String yaml, String source) {
        Numbered numbered = new Numbered(options());
        try {
            if (loader(numbered).load(yaml) instanceof Map<?, ?> root)
                return new RulesYaml(root, numbered.lines);
            throw new BadRules(
                    source,
                    List.of(
                            "it must hold `accounts:` and `versions:`; copy the one that"
                                    + " comes with Tidemark and change that"));
        } catch (YAMLException e) {
            throw new BadRules(source, List.of("it is not YAML: " + e.getMessage()));
        }
    }

    Map<?, ?> root() {
        return root;
    }

    /** For messages: {@code line 12}. */
    String lineOf(Map<?, ?> part) {
        return "line " + Objects.requireNonNull(lines.get(part), "every map was read from a line");
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(RulesFile.BYTES_MAX);
        return options;
    }

    private static Yaml loader(Numbered numbered) {
        DumperOptions unused = new DumperOptions();
        return new Yaml(
                numbered,
                new Representer(unused),
                unused,
                numbered.getLoadingConfig(),
                new WithoutTimes());
    }

    /** Notes where each map begins. */
    private static final class Numbered extends SafeConstructor {
        private final IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();

        Numbered(LoaderOptions options) {
            super(options);
        }

        @Override
        protected void constructMapping2ndStep(MappingNode node, Map<Object, Object> mapping) {
            super.constructMapping2ndStep(node, mapping);
            lines.put(mapping, 1 + node.getStartMark().getLine());
        }
    }

    /** A day stays the text that it is. */
    private static final class WithoutTimes extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, regexp, first, limit);
        }
    }
}
