package painpathway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The version of this program, as its replies and records carry it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version that was built. Commands ask for it too, and they have no Spring context. */
    public static String current() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("META-INF/build-info.properties"))
                    .getProperty("build.version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
