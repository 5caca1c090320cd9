package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A date or time that can be: after 1 January 1900, which stands for no date, and at most
 * a day ahead unless it is planned.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PossibleDateValidator.class)
public @interface PossibleDate {

	/** Whether the date may lie ahead, up to ten years. */
	boolean planned() default false;

	String message() default "{org.mashhub.adapter.kit.PossibleDate.message}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
