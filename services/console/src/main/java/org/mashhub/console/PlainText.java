package org.mashhub.console;

/**
 * What the console takes for text: no database and no screen can show anything else.
 */
public final class PlainText {

	/** How somebody mends what holds other characters. */
	public static final String REMEDY = "leave control characters out";

	private PlainText() {
	}

	/**
	 * Whether all of a text can be kept and shown.
	 * @param text any characters
	 * @return false if half a surrogate pair is among them, or a character below the
	 * space other than tab and ends of lines
	 */
	public static boolean isPlain(String text) {
		return text.codePoints().noneMatch(PlainText::isNoText);
	}

	private static boolean isNoText(int character) {
		return (character < ' ' && character != '\t' && character != '\n' && character != '\r')
				|| Character.getType(character) == Character.SURROGATE;
	}

}
