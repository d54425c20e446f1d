package io.fairlead.app.quota;

import io.fairlead.app.web.Batches;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** A batch counts as its items, before the first of them is carried out. */
@ControllerAdvice
public class ChargesBatches extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return type.equals(Batches.Items.class) || type.equals(Batches.Ids.class);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            Spending.of(attributes.getRequest()).ifPresent(spending -> spending.take(items(body) - 1L));
        }
        return body;
    }

    @SuppressWarnings("NullAway") // A list that is missing is refused by validation, which comes later.
    private static int items(Object body) {
        var items =
                switch (body) {
                    case Batches.Items batch -> batch.items();
                    case Batches.Ids batch -> batch.ids();
                    default -> null;
                };
        return items == null ? 0 : items.size();
    }
}
