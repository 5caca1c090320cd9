package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The example files that show an endpoint's body in the OpenAPI description. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Examples {

	/**
	 * Files.
	 * @return paths below {@code examples/} on the class path
	 */
	String[] value();

}
