"""Headers on every answer, files of ours included, besides those that Django sets itself."""

# What no page of ours uses is shut off, also for a script that got in some other way.
UNUSED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen "
    "geolocation gyroscope hid idle-detection magnetometer microphone midi payment "
    "picture-in-picture publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
)
ALWAYS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED.split()),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class Headers:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.setdefault(name, value)
        return response
