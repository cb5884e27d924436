package painpathway.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.Question.Option;

/** Options that stand under one heading; the name is null where the list has no headings. */
public record OptionGroup(@Nullable String name, List<Option> options) {

    /** The options of a question in their groups, in their order, without the one that excludes all others. */
    public static List<OptionGroup> of(Question question) {
        List<OptionGroup> groups = new ArrayList<>();
        for (Option option : question.options()) {
            if (apart(question, option)) {
                continue;
            }
            OptionGroup last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || option.group() != null && !option.group().equals(last.name)) {
                last = new OptionGroup(option.group(), new ArrayList<>());
                groups.add(last);
            }
            last.options.add(option);
        }
        return groups;
    }

    /** Whether an option of this question excludes all others, and so stands apart from them. */
    public static boolean apart(Question question, Option option) {
        return question.type() == Question.Type.CHOICES && option.id().equals(Question.NONE);
    }

    /** Refuses a list in which some options stand under a heading and others do not, or a heading comes twice. */
    static void refuseGaps(List<Option> options, YamlMapping entry) {
        List<Option> headed = options.stream().filter(o -> o.group() != null).toList();
        if (headed.isEmpty()) {
            return;
        }
        Set<String> over = new HashSet<>();
        String now = null;
        for (Option option : options) {
            String group = option.group();
            if (group == null && !option.id().equals(Question.NONE)) {
                entry.fault("options", "option '" + option.id() + "' has no 'group', but others have one");
            } else if (group != null && !group.equals(now) && !over.add(group)) {
                entry.fault("options", "the options of the group '" + group + "' should follow each other");
            }
            now = group == null ? now : group;
        }
    }
}
