package painpathway.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/**
 * What withholds interventions, whatever suggests them: red flags and obstacles, by id in the order of the files.
 *
 * @param emergencyWithholds indexes of the interventions that every emergency withholds
 * @param blankSafetyQuestion the obstacle that a blank safety question raises
 */
record Barriers(
        Map<String, RedFlag> redFlags,
        Set<Integer> emergencyWithholds,
        Map<String, Obstacle> obstacles,
        Obstacle blankSafetyQuestion) {

    private static final String BLANK_SAFETY_QUESTION = "blank-safety-question";

    static Barriers read(RulesFolder folder, EntryReader reader) {
        YamlMapping flags = YamlMapping.read(folder, RedFlag.FILE, reader.faults());
        Set<Integer> emergencyWithholds = Set.copyOf(reader.targets(flags, "emergency-withholds"));
        Map<String, RedFlag> redFlags = Table.of(flags.entries("red-flags"), e -> RedFlag.read(e, reader), RedFlag::id);
        flags.done();
        YamlMapping file = YamlMapping.read(folder, Obstacle.FILE, reader.faults());
        Table<Obstacle> obstacles = new Table<>();
        @Nullable Obstacle blank = null;
        for (YamlMapping e : file.entries("obstacles")) {
            Obstacle obstacle = Obstacle.read(e, reader);
            if (BLANK_SAFETY_QUESTION.equals(e.oneOf("for", List.of(BLANK_SAFETY_QUESTION)))) {
                if (blank != null) {
                    e.fault("for", "'" + blank.id() + "' is already the obstacle for blank safety questions");
                }
                blank = obstacle;
            }
            obstacles.put(obstacle.id(), obstacle, e);
            e.done();
        }
        if (blank == null) {
            blank = Obstacle.MISSING;
            reader.faults().add(Obstacle.FILE, 0, "one obstacle needs 'for: " + BLANK_SAFETY_QUESTION + "'");
        }
        file.done();
        return new Barriers(redFlags, emergencyWithholds, obstacles.entries(), blank);
    }
}
