package org.mashhub.adapter.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text that is null or as much of a date of birth as is known: {@code 1994-03-02},
 * {@code 1994-03} or {@code 1994}; not before 1900, not in the future.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DateOfBirthValidator.class)
public @interface DateOfBirth {

	String message() default "{org.mashhub.adapter.kit.DateOfBirth.message}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
