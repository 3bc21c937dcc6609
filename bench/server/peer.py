"""Accounts and expenses as in Outlay's API, implemented with Django REST framework over SQLite, for comparison.

It is run by gunicorn, which loads it once before it forks: see peer.ts. PEER_FOLDER holds the database.
"""

import os
from datetime import timedelta

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="nothing but figures comes out of this",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", __name__],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.path.join(os.environ["PEER_FOLDER"], "peer.sqlite3"),
            "OPTIONS": {"timeout": 20},
        }
    },
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
        "COERCE_DECIMAL_TO_STRING": False,
    },
    SIMPLE_JWT={"ACCESS_TOKEN_LIFETIME": timedelta(minutes=60)},
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, connections, models  # noqa: E402
from django.urls import include, path  # noqa: E402
from rest_framework import generics, permissions, routers, serializers, viewsets  # noqa: E402
from rest_framework_simplejwt.views import TokenObtainPairView  # noqa: E402

CATEGORIES = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"]


class Expense(models.Model):
    owner = models.ForeignKey(User, on_delete=models.CASCADE)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    description = models.CharField(max_length=200)
    category = models.CharField(max_length=20, choices=[(name, name) for name in CATEGORIES])
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = __name__


class ExpenseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Expense
        fields = ["id", "amount", "description", "category", "created_at", "updated_at"]


class ExpenseViewSet(viewsets.ModelViewSet):
    serializer_class = ExpenseSerializer

    def get_queryset(self):
        return Expense.objects.filter(owner=self.request.user).order_by("id")

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["username", "password"]
        extra_kwargs = {"password": {"write_only": True}}

    def create(self, validated_data):
        return User.objects.create_user(**validated_data)


class RegisterView(generics.CreateAPIView):
    serializer_class = UserSerializer
    permission_classes = [permissions.AllowAny]


router = routers.DefaultRouter()
router.register("expenses", ExpenseViewSet, basename="expense")
urlpatterns = [
    path("register/", RegisterView.as_view()),
    path("api/token/", TokenObtainPairView.as_view()),
    path("", include(router.urls)),
]

call_command("migrate", verbosity=0)
with connection.schema_editor() as editor:
    editor.create_model(Expense)
# Each worker opens the database for itself.
connections.close_all()
application = get_wsgi_application()
