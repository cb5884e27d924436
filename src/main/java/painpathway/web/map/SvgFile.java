package painpathway.web.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A map as a file that needs nothing else: with its style, in which colours stand as such, because not every program knows variables. */
@Component
class SvgFile {

    private static final Pattern DECLARED = Pattern.compile("(--[\\w-]+): ([^;]+);");
    private static final Pattern USED = Pattern.compile("var\\((--[\\w-]+)\\)");

    private final ITemplateEngine templates;
    private final String style;

    SvgFile(ITemplateEngine templates) {
        this.templates = templates;
        String base = text("static/css/base.css");
        Map<String, String> values = new HashMap<>();
        // The first block has the colours for a light page; those for the dark follow.
        Matcher declared = DECLARED.matcher(base.substring(0, base.indexOf('}')));
        while (declared.find()) {
            values.put(declared.group(1), declared.group(2));
        }
        this.style = USED.matcher(text("static/css/map-picture.css"))
                .replaceAll(used -> Matcher.quoteReplacement(values.getOrDefault(used.group(1), "inherit")));
    }

    String of(Picture picture, Locale locale) {
        return templates.process("map/file", new Context(locale, Map.of("picture", picture, "style", style)));
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
