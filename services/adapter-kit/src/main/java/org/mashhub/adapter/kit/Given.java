package org.mashhub.adapter.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a notice's constructor makes of the parts that were not sent. */
public final class Given {

	private Given() {
	}

	/**
	 * A copy of a list that may not have been sent. Elements that are null stay, so that
	 * validation can name them.
	 * @param <T> type of the elements
	 * @param sent the list; null when it was not sent
	 * @return a list that does not change
	 */
	public static <T> List<T> list(@Nullable List<T> sent) {
		return (sent != null) ? Collections.unmodifiableList(new ArrayList<>(sent)) : List.of();
	}

	/**
	 * Whether a flag was sent and is true.
	 * @param flag the flag; null when it was not sent
	 * @return true only when it is true
	 */
	public static boolean is(@Nullable Boolean flag) {
		return flag != null && flag;
	}

}
