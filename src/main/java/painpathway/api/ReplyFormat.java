package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of Jackson that the bytes of a reply depend on, the same in the server and in its commands. They come last, so that
 * no setting of a server can undo them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class ReplyFormat implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        settle(builder);
    }

    /** Writes the bytes that the server writes, and reads them back. */
    public static JsonMapper mapper() {
        return settle(JsonMapper.builder()).build();
    }

    /** Keys are in the order of the record, and null is written. Reading leaves out what is not known, and makes an absent list empty. */
    private static JsonMapper.Builder settle(JsonMapper.Builder builder) {
        return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(inclusion ->
                        inclusion.withValueInclusion(Include.ALWAYS).withContentInclusion(Include.ALWAYS))
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withConfigOverride(
                        List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
    }
}
