/**
 * A folder of rules as text: where its files belong, YAML read key by key, and every fault told with file and line.
 *
 * <p>May use: nothing else.
 */
@NullMarked
package painpathway.folder;

import org.jspecify.annotations.NullMarked;
