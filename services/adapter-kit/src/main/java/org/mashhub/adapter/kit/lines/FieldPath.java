package org.mashhub.adapter.kit.lines;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotNull;
import org.mashhub.adapter.kit.DateOfBirth;

/**
 * A single field of a record, found by its path.
 *
 * @param text the path
 * @param steps names of components, each with its position in a list
 * @param type what the field takes
 * @param partialDate whether it takes a date of which only a part may be known
 * @param isList whether it takes several texts
 */
record FieldPath(String text, List<Step> steps, Class<?> type, boolean partialDate, boolean isList) {

	/** Position of an element that is new in each row. */
	static final int NEXT = -1;

	/** Position of a step that is no list. */
	static final int NONE = -2;

	private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[(\\d{0,2})])?");

	FieldPath {
		steps = List.copyOf(steps);
	}

	static Optional<FieldPath> find(Class<?> form, String path) {
		List<Step> steps = new ArrayList<>();
		Class<?> type = form;
		boolean list = false;
		boolean partialDate = false;
		for (String part : path.strip().split("\\.", -1)) {
			Matcher matcher = STEP.matcher(part);
			RecordComponent component = matcher.matches() ? component(type, matcher.group(1)) : null;
			if (component == null) {
				return Optional.empty();
			}
			String position = matcher.group(2);
			list = component.getType() == List.class && position == null;
			type = (component.getType() == List.class) ? element(component) : component.getType();
			partialDate = has(component, DateOfBirth.class);
			if (position != null && component.getType() != List.class) {
				return Optional.empty();
			}
			steps.add(new Step(component.getName(),
					(position == null) ? NONE : position.isEmpty() ? NEXT : Integer.parseInt(position),
					position == null && has(component, NotNull.class)));
		}
		boolean single = !type.isRecord() && (!list || type == String.class || type.isEnum());
		return single ? Optional.of(new FieldPath(path.strip(), steps, type, partialDate, list)) : Optional.empty();
	}

	/** The steps but the last: what the field is said of. */
	List<Step> of() {
		return this.steps.subList(0, this.steps.size() - 1);
	}

	boolean repeats() {
		return this.steps.stream().anyMatch((step) -> step.position() == NEXT);
	}

	private static @org.jspecify.annotations.Nullable RecordComponent component(Class<?> type, String name) {
		if (type.isRecord()) {
			for (RecordComponent component : type.getRecordComponents()) {
				if (component.getName().equalsIgnoreCase(name)) {
					return component;
				}
			}
		}
		return null;
	}

	private static Class<?> element(RecordComponent component) {
		Type[] arguments = (component.getGenericType() instanceof ParameterizedType list)
				? list.getActualTypeArguments() : new Type[0];
		return (arguments.length == 1 && arguments[0] instanceof Class<?> element) ? element : Object.class;
	}

	private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
		return component.getAccessor().isAnnotationPresent(annotation);
	}

	/**
	 * One step of a path.
	 *
	 * @param name name of the component
	 * @param position position in the list, {@link #NEXT}, or {@link #NONE} for no list
	 * @param required whether every record has it
	 */
	record Step(String name, int position, boolean required) {

	}

}
