using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rising transform of figures (单调变换), before a normalisation or as a treatment.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(LogTransform), "log")]
[JsonDerivedType(typeof(PowerTransform), "power")]
[JsonDerivedType(typeof(BoxCoxTransform), "boxCox")]
[JsonDerivedType(typeof(ReflectedTransform), "reflected")]
public abstract record Transform
{
    private protected Transform() { }

    /// <summary>The transformed figure; NaN for NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The transform is not defined for the figure.</exception>
    public abstract double Apply(double value);

    /// <summary>The natural logarithm (自然对数) of x + <paramref name="shift"/>.</summary>
    public static Transform Log(double shift = 0) => new LogTransform { Shift = shift };

    /// <summary>The decimal logarithm (常用对数) of x + <paramref name="shift"/>.</summary>
    public static Transform Log10(double shift = 0) => new LogTransform { Base = 10, Shift = shift };

    /// <summary>A power (幂) of figures that are not negative; 0.5 is the square root.</summary>
    public static Transform Power(double exponent) => new PowerTransform { Exponent = exponent };

    /// <summary>The Box-Cox transform (Box-Cox 变换) of positive figures.</summary>
    public static Transform BoxCox(double lambda) => new BoxCoxTransform { Lambda = lambda };
}
