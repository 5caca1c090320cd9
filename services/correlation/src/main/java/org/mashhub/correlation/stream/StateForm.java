package org.mashhub.correlation.stream;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AnsweredItems;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.ReviewMemory;

/**
 * The form in which state is kept, read off the records themselves: whoever gives one of
 * them another component makes a new epoch by it, since changelogs are never migrated.
 */
public final class StateForm {

	private static final List<Class<?>> KEPT = List.of(SourceRecord.class, Link.class, AlertMemory.class,
			ReviewMemory.class, LinkAnswer.class, NoticeMemory.class, AnsweredItems.class, FeedMemory.class);

	private static final Pattern OURS = Pattern.compile("org\\.mashhub\\.[\\w.$]+");

	private StateForm() {
	}

	/**
	 * Describes the form.
	 * @return every record that is kept, with the names and types of its components
	 */
	public static String describe() {
		return describe(KEPT);
	}

	static String describe(List<Class<?>> kept) {
		Map<String, String> found = new TreeMap<>();
		Deque<Class<?>> open = new ArrayDeque<>(kept);
		while (!open.isEmpty()) {
			Class<?> type = open.pop();
			if (!found.containsKey(type.getName())) {
				StringBuilder form = new StringBuilder();
				if (type.isRecord()) {
					for (RecordComponent component : type.getRecordComponents()) {
						form.append(component.getName()).append(':').append(component.getGenericType().getTypeName());
						ours(component.getGenericType(), open);
					}
				}
				else if (type.isEnum()) {
					form.append(Arrays.toString(type.getEnumConstants()));
				}
				found.put(type.getName(), form.toString());
			}
		}
		return found.toString();
	}

	private static void ours(Type type, Deque<Class<?>> open) {
		Matcher names = OURS.matcher(type.getTypeName());
		while (names.find()) {
			try {
				open.push(Class.forName(names.group()));
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException("a component's type cannot be loaded", ex);
			}
		}
	}

}
